import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingOf, fileTypes, problemBefore, tidyName, type FileEnding } from '@laurel/schema/files';
import { limits } from '@laurel/schema/limits';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { office, packed, pdf, zipOf } from '../../test/files/documents.ts';
import { hostileFiles, purposeOf, typeOf } from '../../test/files/hostile.ts';
import { photo, seeThrough, webp } from '../../test/files/pictures.ts';
import { type CheckedFile, withCheckedFile } from './check-file.ts';
import { mostInflatedOf } from './check-office.ts';
import { Gate, GateFull } from './gate.ts';
import { Unfit } from './unfit.ts';

const folder = mkdtempSync(join(tmpdir(), 'laurel-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check<T>(name: string, bytes: Buffer, work: (checked: CheckedFile) => Promise<T>): Promise<T | string> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  try {
    return await withCheckedFile(file, { size: bytes.length, type: fileTypes[endingOf(name) as FileEnding] }, work);
  } catch (error) {
    if (error instanceof Unfit) return error.problem;
    throw error;
  }
}

describe('what must not be taken is not, and is called by its name', async () => {
  test.each(await hostileFiles())('$kind: $problem', async (hostile) => {
    const { name, bytes, problem } = hostile;
    const file = { name, size: bytes.length, type: typeOf(hostile) };
    const told =
      problemBefore(purposeOf(hostile), file, limits.fileName) ?? (await check(name, bytes, async () => 'taken'));
    expect(told).toBe(problem);
  });
});

describe('what is harmless is taken', () => {
  test('a photo stands upright, fits, and tells neither place nor camera', async () => {
    const made = await check('photo.jpg', await photo(3200, 2000), async ({ picture, ...kept }) => ({
      ...kept,
      told: await sharp(await readFile(kept.file)).metadata(),
      small: await sharp(await readFile(picture?.thumbnail ?? '')).metadata(),
      picture,
    }));
    expect(made).toMatchObject({
      type: 'image/jpeg',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      picture: { width: 1600, height: 2560 },
      told: { format: 'jpeg', width: 1600, height: 2560 },
      small: { format: 'webp', width: 400, height: 640 },
    });
    const { told } = made as { told: { exif?: unknown; icc?: unknown; orientation?: number } };
    expect([told.exif, told.icc, told.orientation]).toEqual([undefined, undefined, undefined]);
  });

  test('a picture one can see through stays so, and a small one is not blown up', async () => {
    const made = await check('logo.png', await seeThrough(), async ({ type, picture }) => ({ type, picture }));
    expect(made).toMatchObject({ type: 'image/webp', picture: { width: 64, height: 48 } });
  });

  test.each([
    ['photo.webp', webp()],
    ['计划.docx', office('docx')],
    ['预算.xlsx', office('xlsx')],
    ['汇报.pptx', office('pptx', { 'ppt/media/image1.png': Buffer.alloc(20_000) })],
    ['方案.pdf', Promise.resolve(pdf('3 0 obj\n(JavaScript is a word, /JSON a name)\nendobj'))],
    ['packed.pdf', Promise.resolve(pdf(packed('7 0 << /Type /Page >>')))],
    // What a stream holds is a picture or a page, whatever its bytes look like.
    ['noise.pdf', Promise.resolve(pdf(`4 0 obj\n<< /Length 9 >>\nstream\n /JS ( x\nendstream\nendobj`))],
  ])('%s', async (name, bytes) => {
    expect(await check(name, await bytes, async ({ type }) => type)).toMatch(/image|pdf|openxml/);
  });
});

test('bytes of whatever kind end in a verdict, never in a fault', { timeout: 20_000 }, async () => {
  const heads = [
    Buffer.alloc(0),
    Buffer.from('%PDF-1.7\n'),
    (await photo(40, 30)).subarray(0, 400),
    await zipOf({ a: 'b' }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('x.jpg', 'x.png', 'x.webp', 'x.pdf', 'x.docx'),
      async (head, tail, name) => {
        expect(await check(name, Buffer.concat([head, tail]), async () => 'taken')).toMatch(/^[A-Z_]+$/);
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  [1_000, 32],
  [4 * 1024 * 1024, 40],
  [30 * 1024 * 1024, 300],
])('a document of %i bytes may inflate to %i MB', (size, megabytes) => {
  expect(mostInflatedOf(size) / 1024 / 1024).toBe(megabytes);
});

test.each([
  ['IMG: 20260101/1.JPG', 'IMG 20260101 1.jpg'],
  ['  ..隐藏.png', '隐藏.png'],
  ['photo\u202egpj.webp', 'photo gpj.webp'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(116)}.pdf`],
  ['???.docx', 'file.docx'],
])('the name %j is tidied to %j, which passes', (given, tidied) => {
  expect(tidyName(given, limits.fileName)).toBe(tidied);
  const type = fileTypes[endingOf(tidied) as FileEnding];
  expect(problemBefore('ANSWER', { name: tidied, size: 1, type }, limits.fileName)).toBeNull();
});

test('the gate lets in what fits, in order, and says when the line is too long', async () => {
  const gate = new Gate(2, 1);
  const order: string[] = [];
  let leave: () => void = () => undefined;
  const first = gate.pass(5, () => new Promise<void>((done) => (leave = done)));
  const second = gate.pass(1, async () => void order.push('second'));
  await expect(gate.pass(1, async () => undefined)).rejects.toBeInstanceOf(GateFull);
  expect(order).toEqual([]);
  leave();
  await Promise.all([first, second]);
  await gate.pass(1, async () => void order.push('third'));
  expect(order).toEqual(['second', 'third']);
});
