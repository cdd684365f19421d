import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from '../../test/shared-world.ts';
import type { Viewer } from '../../core/context.ts';
import { makeOrganizer } from '../../test/act.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeProject,
  makeUpload,
  type TestCompetition,
} from '../../test/factories.ts';
import { jobDeps, runJobs } from '../../test/jobs.ts';
import { hashOfFile } from './table/open-table.ts';

const world = sharedWorld();
let competition: TestCompetition;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let deps: ReturnType<typeof jobDeps>;
const folder = mkdtempSync(join(tmpdir(), 'laurel-transfers-'));
beforeAll(async () => {
  competition = await makeCompetition(world);
  organization = await makeOrganization(world);
  deps = jobDeps(world);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sections = 'Needs,Goals,Implementation,Outcomes,Features';
const csv = (titles: readonly string[], category = 'Education') => {
  const rows = titles.map((title) => `${category},${title},${organization.slug},${codes},a,b,c,d,e`);
  return ['Category,Title (Chinese),Organization ID,Region code', ...rows]
    .map((line, index) => (index === 0 ? `${line},${sections}` : line))
    .join('\r\n');
};
let codes = '';
beforeAll(async () => {
  const [region] = await world.sql<{ code: string }>('select code from regions where id = ?', [organization.regionId]);
  codes = region?.code ?? '';
});

const choices = { arriveAs: 'SUBMITTED', createsOrganizations: false, updates: false };
const importFields = 'id state rowCount newCount unchangedCount problemCount canUndo startedBy job { id state kind }';

/** Begins an import and puts the bytes where the route would. */
async function bring(viewer: Viewer, content: string, at = competition): Promise<string> {
  const size = Buffer.byteLength(content);
  const begun = await world.act(
    viewer,
    'beginImport',
    { competitionId: at.id, name: 'entries.csv', size },
    '... on BeginImportSuccess { entryImport { id } url }',
  );
  const { id } = begun.entryImport;
  const file = join(folder, id);
  writeFileSync(file, content);
  const sha256 = await hashOfFile(file);
  await world.storage.keep(`imports/${id}/1`, file);
  await world.sql("update entry_imports set state = 'RECEIVED', sha256 = ?, key = ? where id = ?", [
    sha256,
    `imports/${id}/1`,
    id,
  ]);
  return id;
}

const checkImportFields = '... on CheckImportSuccess { job { id state } }';
const check = async (viewer: Viewer, importId: string, change: object = {}) =>
  await world.act(viewer, 'checkImport', { importId, ...choices, ...change }, checkImportFields);
const runImportFields = '... on RunImportSuccess { job { id } } ... on ImportNotCheckedError { problemCount }';
const runIt = async (viewer: Viewer, importId: string) =>
  await world.act(viewer, 'runImport', { importId }, runImportFields);
const undoImportFields = '... on UndoImportSuccess { withdrawn entryImport { state canUndo } }';
const undo = async (viewer: Viewer, importId: string) =>
  await world.act(viewer, 'undoImport', { importId }, undoImportFields);

async function shown(viewer: Viewer | null, importId: string, at = competition) {
  const { data, errors } = await world.run(
    viewer,
    `query ($slug: String!) { competition(slug: $slug) { entryImports(first: 20) { edges { node { ${importFields}
      problems(first: 20) { totalCount edges { node { row letters header kind message } } } problemsByColumn { letters header count } } } } } }`,
    { slug: at.slug },
  );
  expect(errors).toEqual([]);
  return (
    data.competition.entryImports?.edges
      .map(({ node }: { node: { id: string } }) => node)
      .find(({ id }: { id: string }) => id === importId) ?? null
  );
}

describe('an organizer brings a file', () => {
  test('checks it, imports it, and withdraws all of it while nothing was done with it', async () => {
    const { organizer } = competition;
    const id = await bring(organizer, csv(['甲', '乙', '丙']));
    expect(await runIt(organizer, id)).toMatchObject({ __typename: 'ImportNotCheckedError', problemCount: null });
    expect(await check(organizer, id)).toMatchObject({ __typename: 'CheckImportSuccess', job: { state: 'QUEUED' } });
    expect(await check(organizer, id)).toMatchObject({ __typename: 'ImportBusyError' });
    await runJobs(world, { deps });
    expect(await shown(organizer, id)).toMatchObject({
      state: 'CHECKED',
      rowCount: 3,
      newCount: 3,
      problemCount: 0,
      job: { state: 'DONE' },
    });
    expect(await runIt(organizer, id)).toMatchObject({ __typename: 'RunImportSuccess' });
    await runJobs(world, { deps });
    expect(await shown(organizer, id)).toMatchObject({
      state: 'IMPORTED',
      canUndo: true,
      job: { kind: 'runEntryImport', state: 'DONE' },
    });
    const acts = await world.sql(
      "select act, actor_id from audit_events where subject_id = ? and act = 'importEntries'",
      [id],
    );
    expect(acts).toEqual([{ act: 'importEntries', actor_id: organizer.id }]);
    const titles = await world.sql('select title_zh, status from entries where competition_id = ? order by number', [
      competition.id,
    ]);
    expect(titles.map(({ title_zh, status }) => `${String(title_zh)} ${String(status)}`)).toEqual([
      '甲 SUBMITTED',
      '乙 SUBMITTED',
      '丙 SUBMITTED',
    ]);
    expect(await check(organizer, id)).toMatchObject({ __typename: 'ImportBusyError' });
    expect(await undo(organizer, id)).toMatchObject({
      __typename: 'UndoImportSuccess',
      withdrawn: 3,
      entryImport: { state: 'UNDONE', canUndo: false },
    });
    expect(await undo(organizer, id)).toMatchObject({ __typename: 'ImportNotUndoableError' });
  });

  test('is told every problem by row and column, in words of their own language, and cannot import it', async () => {
    const { organizer } = competition;
    const id = await bring(organizer, csv(['丁', '丁', ''], 'Educaton'));
    await check(organizer, id);
    await runJobs(world, { deps });
    const found = await shown(organizer, id);
    expect(found.problemCount).toBe(5);
    expect(found.problems.edges.map(({ node }: { node: object }) => node)).toContainEqual({
      row: 2,
      letters: 'A',
      header: 'Category',
      kind: 'unknownCategory',
      message: 'There is no category “Educaton”. Did you mean “Education”?',
    });
    expect(found.problemsByColumn).toEqual([
      { letters: 'A', header: 'Category', count: 3 },
      { letters: 'B', header: 'Title (Chinese)', count: 2 },
    ]);
    expect(await runIt(organizer, id)).toMatchObject({ __typename: 'ImportNotCheckedError', problemCount: 5 });
  });

  test('what came in between the check and the import is told, and nothing is written', async () => {
    const { organizer } = competition;
    const id = await bring(organizer, csv(['戊', '己']));
    await check(organizer, id);
    await runJobs(world, { deps });
    await runIt(organizer, id);
    await makeEntry(world, competition, { organization, projectId: await makeProject(world, organization, '己') });
    await runJobs(world, { deps });
    expect(await shown(organizer, id)).toMatchObject({ state: 'CHECKED', problemCount: 1, newCount: 1 });
    expect(await world.sql("select from entries where title_zh = '戊'")).toEqual([]);
  });

  test('cannot take it back once an entry was touched', async () => {
    const { organizer } = competition;
    const id = await bring(organizer, csv(['庚']));
    await check(organizer, id);
    await runJobs(world, { deps });
    await runIt(organizer, id);
    await runJobs(world, { deps });
    const [entry] = await world.sql<{ id: string }>("select id from entries where title_zh = '庚'");
    await world.act(organizer, 'decideEntry', { entryId: entry?.id, verdict: 'ACCEPT' });
    expect(await shown(organizer, id)).toMatchObject({ canUndo: false });
    expect(await undo(organizer, id)).toMatchObject({ __typename: 'ImportNotUndoableError' });
  });

  test('of what was received, only the very bytes are read', async () => {
    const { organizer } = competition;
    const id = await bring(organizer, csv(['辛']));
    writeFileSync(join(folder, 'other'), csv(['壬']));
    await world.storage.keep(`imports/${id}/1`, join(folder, 'other'));
    await check(organizer, id);
    await runJobs(world, { deps });
    expect(await shown(organizer, id)).toMatchObject({ state: 'RECEIVED', job: { state: 'FAILED' } });
  });
});

const exporting = 'mutation ($input: ExportEntriesInput!) { exportEntries(input: $input) { job { id } } }';

test('the file must be a table of at most 20 MB, and there before it is checked', async () => {
  const { organizer } = competition;
  const beginImportFields =
    '... on BeginImportSuccess { entryImport { id } } ... on InvalidInputError { fields { path } }';
  const begin = (name: string, size: number) =>
    world.act(organizer, 'beginImport', { competitionId: competition.id, name, size }, beginImportFields);
  expect(await begin('entries.xls', 10)).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: 'name' }] });
  expect(await begin('entries.xlsx', 20 * 1024 * 1024 + 1)).toMatchObject({ fields: [{ path: 'size' }] });
  const { entryImport } = await begin('entries.xlsx', 10);
  expect(await check(organizer, entryImport.id)).toMatchObject({ __typename: 'ImportFileMissingError' });
});

test('to others, members and organizers of other competitions alike, an import does not exist', async () => {
  const id = await bring(competition.organizer, csv(['癸']));
  const other = await makeCompetition(world);
  for (const viewer of [organization.member, other.organizer, await makePerson(world)]) {
    for (const name of ['checkImport', 'runImport', 'undoImport']) {
      const input = name === 'checkImport' ? { importId: id, ...choices } : { importId: id };
      expect(await world.act(viewer, name, input)).toBe('NOT_FOUND');
    }
    const asked = await world.run(viewer, exporting, { input: { competitionId: competition.id, format: 'CSV' } });
    expect(asked.errors[0]?.code).toBe('FORBIDDEN');
    expect(await world.act(viewer, 'beginImport', { competitionId: competition.id, name: 'a.csv', size: 1 })).toBe(
      'FORBIDDEN',
    );
    expect(await shown(viewer, id)).toBeNull();
  }
  const second = await makeOrganizer(world, competition);
  expect(await check(second, id)).toMatchObject({ __typename: 'CheckImportSuccess' });
});

test('PostgreSQL imports nothing with problems, and nothing but what was checked', async () => {
  const id = await bring(competition.organizer, csv(['甲']));
  const set = (assignment: string) => world.sql(`update entry_imports set ${assignment} where id = ?`, [id]);
  await expect(set("state = 'IMPORTED', checked_at = now(), imported_at = now(), problem_count = 0")).rejects.toThrow(
    'dry run',
  );
  await set("state = 'CHECKED', checked_at = now(), problem_count = 2");
  await expect(set("state = 'IMPORTED', imported_at = now()")).rejects.toThrow('dry run');
  await set('problem_count = 0');
  await expect(set("state = 'IMPORTED', imported_at = now(), arrive_as = 'ACCEPTED'")).rejects.toThrow('dry run');
});

describe('entries go out', () => {
  test('as CSV with the mark that a spreadsheet wants, as a workbook, and as an empty one', async () => {
    const at = await makeCompetition(world);
    await makeEntry(world, at, { title: '=风险' });
    const { row, content } = await exportTable(at, 'CSV');
    expect(row?.file.name).toBe(`${at.slug}-entries.csv`);
    expect(content?.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(content?.toString()).toContain(",'=风险,");
    expect((await exportTable(at, 'TEMPLATE_XLSX')).row?.file.name).toBe(`${at.slug}-template.xlsx`);
  });
  const exportTable = async (at: TestCompetition, format: string) => {
    const { data } = await world.run(at.organizer, exporting, { input: { competitionId: at.id, format } });
    const { id } = data.exportEntries.job;
    await runJobs(world, { deps });
    const [row] = await world.sql<{ state: string; file: { name: string }; problem: { key: string } | null }>(
      'select state, file, problem from jobs where id = ?',
      [id],
    );
    const file = await deps.results.read(id);
    return { row, content: file ? await buffer(file.stream) : null };
  };

  test('as a zip with names that every system takes, an index, and the very bytes', async () => {
    const at = await makeCompetition(world);
    expect((await exportTable(at, 'ATTACHMENTS')).row?.problem?.key).toBe('transfer.noFiles');
    const projectId = await makeProject(world, organization, 'CON: 走访/一');
    await bringFile(projectId, '合影.jpg', '重阳:节');
    const entry = await makeEntry(world, at, { organization, projectId });
    const { row, content } = await exportTable(at, 'ATTACHMENTS');
    expect(row).toMatchObject({ state: 'DONE', problem: null });
    const zip = await fromBufferPromise(content ?? Buffer.alloc(0));
    const names: string[] = [];
    for await (const part of zip.eachEntry()) names.push(part.fileName);
    expect(names).toEqual([
      `00${entry.number}-CON 走访 一-单位${organization.slug}/01-picture-重阳 节.jpg`,
      'index.csv',
    ]);
  });

  async function bringFile(projectId: string, name: string, caption: string) {
    const id = await makeUpload(world, projectId, { name, caption });
    writeFileSync(join(folder, 'picture'), 'x');
    await world.storage.keep(id, join(folder, 'picture'));
  }
});
