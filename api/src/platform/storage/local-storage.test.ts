import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { newId } from '../../core/graphql/node.ts';
import { LocalStorage, WrongLength } from './local-storage.ts';
import { StorageFull, TooManyBytes } from './storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'laurel-local-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const storage = new LocalStorage(folder, 'secret');
const drafts = () => readdirSync(join(folder, 'incoming')).filter((name) => name.includes('.'));

test('a body that stops in the middle is given up when its time is over, and nothing is left of it', async () => {
  const body = new PassThrough();
  body.write('half');
  await expect(storage.take(newId(), 8, body, AbortSignal.timeout(50))).rejects.toThrow(/abort/i);
  expect(body.destroyed).toBe(false);
  expect(drafts()).toEqual([]);
});

test.each([
  ['was lost before it was read', () => Readable.from(['12345678']).destroy(), WrongLength],
  ['is longer', () => Readable.from(['1234', '56789']), TooManyBytes],
  ['is shorter', () => Readable.from(['1234']), WrongLength],
])('a body that %s leaves what came before as it was', async (_, body, problem) => {
  const id = newId();
  await storage.take(id, 8, Readable.from([Buffer.from('12345678')]));
  await expect(storage.take(id, 8, body())).rejects.toBeInstanceOf(problem);
  expect(await storage.withIncoming(id, 8, async () => 'there')).toBe('there');
  expect(drafts()).toEqual([]);
});

test('nothing is taken when the disk is nearly full, since the database may need what is left', async () => {
  const full = new LocalStorage(folder, 'secret', async () => 300 * 1024 * 1024);
  await full.take(newId(), 1, Readable.from(['1']));
  await expect(full.take(newId(), 60 * 1024 * 1024, Readable.from(['1']))).rejects.toBeInstanceOf(StorageFull);
});
