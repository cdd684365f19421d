import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeCompetition, makeOrganization, type TestCompetition } from '../../../test/factories.ts';
import { countsOfTables, plantFaults } from '../../../test/import-faults.ts';
import { Competition } from '../../competitions/index.ts';
import { readEntryRows } from '../table/entry-cells.ts';
import { entryTable, type TableFormat } from '../exports/export-entries.ts';
import { UnreadableFile } from '../table/problem.ts';
import { importEntryFile, type ImportedFile } from './import-file.ts';

const world = sharedWorld();
let folder: string;
let from: TestCompetition;
let header: readonly string[];
let rows: string[][];
let organizations: Awaited<ReturnType<typeof makeOrganization>>[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-import-'));
  from = await makeCompetition(world);
  organizations = [];
  for (let i = 0; i < 6; i += 1) organizations.push(await makeOrganization(world));
  [header = []] = parse(await tableOf(from, 'CSV', true), { bom: true });
  rows = Array.from({ length: 60 }, (_, index) => rowOf(index));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A row as people write it, with what spreadsheets stumble over. */
function rowOf(index: number): string[] {
  const owner = organizations[index % organizations.length];
  const cells: Record<string, string> = {
    Category: index % 2 === 0 ? 'Education' : '医疗健身',
    'Title (Chinese)': `银龄守护第${index}号`,
    'Title (English)': index % 3 === 0 ? '' : `=Silver "guard", ${index}`,
    Organization: `单位${owner?.slug}`,
    'Organization ID': owner?.slug ?? '',
    'Region code': codes.get(owner?.id ?? '') ?? '',
    'Language of the text': index % 5 === 0 ? 'English' : '中文',
    'Summary (Chinese)': '@一句话；含“引号”, 逗号\n和换行',
    'Started on': index % 4 === 0 ? '' : '2025/3/1',
    'Ended on': index % 8 === 1 ? '2025年12月31日' : '',
    'Whom it serves': "'=1+1 _x0041_ 😀",
    Film: index % 7 === 0 ? 'https://films.example/x?y=1' : '',
    Needs: '-需求\n\n第二段\tTab',
    Goals: '+目标',
    Implementation: '实施',
    Outcomes: '成效 42%',
    Features: '特色',
  };
  return header.map((name) => cells[name] ?? '');
}

const codes = new Map<string, string>();
async function tableOf(competition: TestCompetition, format: TableFormat, isTemplate = false): Promise<Buffer> {
  for (const { id, code } of await world.sql<{ id: string; code: string }>(
    'select o.id, r.code from organizations o join regions r on r.id = o.region_id',
  )) {
    codes.set(id, code);
  }
  const context = world.operator();
  const found = await context.em.findOneOrFail(Competition, { id: competition.id });
  return await entryTable(context, found, format, { isTemplate });
}

async function save(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const csvOf = (lines: readonly (readonly string[])[]) => stringify([[...header], ...lines.map((line) => [...line])]);
const workbookOf = async (lines: readonly (readonly string[])[]) =>
  await writeExcelFile([
    { data: [header, ...lines].map((line) => line.map((value) => ({ value, type: String }))), sheet: 'Entries' },
  ]).toBuffer();

const importing = async (
  competition: TestCompetition,
  path: string,
  options: {
    isDryRun?: boolean;
    updates?: boolean;
    createsOrganizations?: boolean;
    arriveAs?: 'SUBMITTED' | 'ACCEPTED';
  } = {},
): Promise<ImportedFile> => {
  const { isDryRun = false, updates = false, createsOrganizations = false, arriveAs = 'SUBMITTED' } = options;
  const choices = { updates, createsOrganizations, arriveAs };
  return await importEntryFile(world.operator(), path, { competitionId: competition.id, isDryRun, choices });
};

const told = ({ problems }: ImportedFile) => problems.map(({ row, column, kind }) => ({ row, column, kind }));
const counts = () => world.sql(countsOfTables);
const cellsOf = async (competition: TestCompetition) =>
  (await readEntryRows(world.operator().em, competition.id, { after: 0, most: 1000 })).map(({ cells }) => {
    const { submittedAt: _at, status: _status, ...rest } = cells;
    return rest;
  });

describe.each(['csv', 'xlsx'] as const)('a table of sixty entries as %s', (format) => {
  const fileOf = async (name: string, lines: readonly (readonly string[])[]) =>
    await save(`${name}.${format}`, format === 'csv' ? csvOf(lines) : await workbookOf(lines));

  test('goes in whole, comes out as it went in, and changes nothing the second time', async () => {
    const into = await makeCompetition(world);
    const first = await importing(into, await fileOf('good', rows));
    expect(first).toMatchObject({ rows: 60, created: 60, changed: 0, unchanged: 0, problems: [] });
    const out = await save(`out.${format}`, await tableOf(into, format === 'csv' ? 'CSV' : 'XLSX'));
    const copy = await makeCompetition(world);
    expect(await importing(copy, out)).toMatchObject({ created: 60, problems: [] });
    expect(await cellsOf(copy)).toEqual(await cellsOf(into));
    const before = await counts();
    expect(await importing(into, out)).toMatchObject({ created: 0, changed: 0, unchanged: 60, problems: [] });
    expect((await counts()).filter(({ name }) => name !== 'entry_imports' && name !== 'audit_events')).toEqual(
      before.filter(({ name }) => name !== 'entry_imports' && name !== 'audit_events'),
    );
  });

  test('with thirty faults is refused, every one named by row and column, and nothing is written', async () => {
    const into = await makeCompetition(world);
    await importing(into, await fileOf('first', rows.slice(0, 10)));
    const numbered = rows.map((row, index) => row.map((cell, place) => (place === 0 ? String(index + 1) : cell)));
    const planted = plantFaults(header, numbered, 30);
    expect(planted.kinds).toBeGreaterThanOrEqual(15);
    const path = await fileOf('faulty', planted.rows);
    const before = await counts();
    const answer = await importing(into, path);
    const order = (list: { row: number | null; column: number | null; kind: string }[]) =>
      list.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    expect(order(told(answer))).toEqual(order(planted.faults));
    expect(await counts()).toEqual(before);
  });
});

test('a dry run tells the same and writes nothing', async () => {
  const into = await makeCompetition(world);
  const path = await save('dry.csv', csvOf(rows));
  const before = await counts();
  expect(await importing(into, path, { isDryRun: true })).toMatchObject({ created: 60, problems: [] });
  expect(await counts()).toEqual(before);
});

test('rows change what is there where that was chosen, as another revision, and only what is still to be reviewed', async () => {
  const into = await makeCompetition(world);
  await importing(into, await save('some.csv', csvOf(rows.slice(0, 3))));
  const goals = header.indexOf('Goals');
  const edited = rows.slice(0, 3).map((row, index) => {
    return row.map((cell, place) =>
      place === 0 ? String(index + 1) : place === goals && index < 2 ? `${cell}改` : cell,
    );
  });
  await world.sql("update entries set status = 'ACCEPTED' where competition_id = ? and number = 2", [into.id]);
  const path = await save('edited.csv', csvOf(edited));
  expect(told(await importing(into, path))).toEqual([
    { row: 2, column: goals, kind: 'differs' },
    { row: 3, column: goals, kind: 'differs' },
  ]);
  expect(told(await importing(into, path, { updates: true }))).toEqual([
    { row: 3, column: goals, kind: 'notOpenToChange' },
  ]);
  const one = await save('one.csv', csvOf(edited.slice(0, 1)));
  expect(await importing(into, one, { updates: true })).toMatchObject({ changed: 1, created: 0, problems: [] });
  const [entry] = await world.sql<{ revision: number; text: string }>(
    `select e.revision, r.text from entries e join entry_revisions r on r.entry_id = e.id and r.revision = e.revision
     where e.competition_id = ? and e.number = 1`,
    [into.id],
  );
  expect(entry?.revision).toBe(2);
  expect(entry?.text).toContain('+目标改');
});

test('organizations that nobody registered are created once each where that was chosen, and wait', async () => {
  const into = await makeCompetition(world);
  const lines = rows.slice(0, 3).map((row) => {
    const set: Record<string, string> = { Organization: '新来的公益社', 'Organization ID': '' };
    return row.map((cell, place) => set[header[place] ?? ''] ?? cell);
  });
  const path = await save('new.csv', csvOf(lines));
  expect((await importing(into, path)).problems.map(({ kind }) => kind)).toEqual(Array(3).fill('unknownOrganization'));
  const kind = header.indexOf('Kind of organization');
  expect(told(await importing(into, path, { createsOrganizations: true }))[0]).toEqual({
    row: 2,
    column: kind,
    kind: 'kindRequired',
  });
  const region = lines[0]?.[header.indexOf('Region code')] ?? '';
  const whole = lines.map((row) =>
    row.map((cell, place) => (place === kind ? '社会组织' : header[place] === 'Region code' ? region : cell)),
  );
  const good = await save('whole.csv', csvOf(whole));
  expect(told(await importing(into, good, { createsOrganizations: true, arriveAs: 'ACCEPTED' }))[0]?.kind).toBe(
    'unverifiedOrganization',
  );
  expect(await importing(into, good, { createsOrganizations: true })).toMatchObject({ created: 3, problems: [] });
  const made = await world.sql("select status, kind from organizations where name_zh = '新来的公益社'");
  expect(made).toEqual([{ status: 'PENDING', kind: 'CHARITY' }]);
});

describe('a file that cannot be read says why', () => {
  const kindOf = async (name: string, content: Buffer | string) => {
    const path = await save(name, content);
    const into = from;
    return await importing(into, path).catch((error: unknown) => {
      if (error instanceof UnreadableFile) return error.problem;
      throw error;
    });
  };
  test.each([
    ['gbk', Buffer.concat([Buffer.from('No.,Category\n1,'), Buffer.from('b2e2cad4b4f3c8fc', 'hex')]), 2],
    ['notUtf8', Buffer.from([0x61, 0x0a, 0xff, 0xff, 0x80]), 2],
    ['openQuote', 'No.,Category\n1,"open\n', 2],
    ['empty', 'No.,Category\r\n,\r\n', null],
    ['notATable', Buffer.from([0, 1, 2]), null],
    ['oldWorkbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), null],
    ['broken', Buffer.from('504b030400', 'hex'), null],
  ])('%s', async (kind, content, row) => {
    expect(await kindOf(`${kind}.csv`, content)).toMatchObject({ kind, row });
  });

  test('headers that nobody knows, that are there twice or that are missing are named', async () => {
    const path = await save('headers.csv', 'Title (Chinese),Titel,名称（中文）,,单位\na,b,c,d,e\n');
    const kinds = (await importing(from, path)).problems.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(['unknownColumn', 'repeatedColumn', 'cellWithoutHeader', 'missingColumn', 'unknownOrganization']),
    );
  });
});
