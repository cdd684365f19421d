import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import writeExcelFile from 'write-excel-file/node';
import { systemClock } from '../src/core/clock.ts';
import { loadDemonstration } from '../src/commands/load-demonstration.ts';
import { makeContext, type Context } from '../src/core/context.ts';
import { openOrm } from '../src/database/mikro-orm.config.ts';
import { Category, Competition, createCompetition, StageKind } from '../src/competition/competitions/index.ts';
import { entryTable, importEntryFile, readEntryRows, readTable } from '../src/competition/transfers/index.ts';
import { countsOfTables, plantFaults } from '../src/test/import-faults.ts';
import { startCluster } from './support/cluster.ts';
import { secret } from './support/fixtures.ts';
import { barLine, print, progress, whole, writeJson, type Bar } from './support/report.ts';

export interface ImportOptions {
  faults: number;
  json?: string;
}

const choices = { arriveAs: 'SUBMITTED', createsOrganizations: false, updates: false } as const;

/** The entries of the demonstration, taken out as a table, spoiled, brought in elsewhere, and held against what they were. */
export async function benchImport({ faults: count, json }: ImportOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-import-'));
  const cluster = await startCluster();
  const orm = await openOrm(cluster.url, { logger: () => undefined });
  const operator = (): Context =>
    makeContext({ em: orm.em.fork(), viewer: null, isOperator: true, clock: systemClock, locale: 'en', secret });
  try {
    progress('… loading the demonstration');
    await loadDemonstration(cluster.url, 'voting-open');
    const [from] = await operator().em.find(Competition, { lastEntryNumber: { $gt: 1000 } });
    if (!from) throw new Error('the demonstration has no competition of a thousand entries');
    const all = from.lastEntryNumber;
    const seconds: Record<string, number> = {};
    const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      progress(`… ${name}`);
      const begun = performance.now();
      const result = await work();
      seconds[name] = Math.round(performance.now() - begun) / 1000;
      return result;
    };
    const save = (name: string, content: Buffer | string) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    const workbook = save('entries.xlsx', await timed('export as xlsx', () => entryTable(operator(), from, 'XLSX')));
    const separated = save('entries.csv', await timed('export as csv', () => entryTable(operator(), from, 'CSV')));
    const bring = (path: string, competitionId: string, isDryRun = false) =>
      importEntryFile(operator(), path, { competitionId, isDryRun, choices });

    // Ten of them are there already when the spoiled file comes.
    const table = await readTable(workbook);
    const lines = table.rows.map(({ cells }) => cells);
    const asWorkbook = async (rows: readonly (readonly string[])[]) =>
      await writeExcelFile([
        { data: [table.header, ...rows].map((row) => row.map((value) => ({ value, type: String }))), sheet: 'Entries' },
      ]).toBuffer();
    const spoiledFor = await copyOf(operator(), from, 'spoiled');
    await bring(save('ten.xlsx', await asWorkbook(lines.slice(0, 10))), spoiledFor);
    const header = table.header.map((name) => name.replace(/ \*$/, ''));
    const planted = plantFaults(header, lines, count);
    const spoiled = save('spoiled.xlsx', await asWorkbook(planted.rows));
    const before = await cluster.query(countsOfTables);
    const answer = await timed('refusing the spoiled file', () => bring(spoiled, spoiledFor));
    const after = await cluster.query(countsOfTables);
    const key = ({ row, column, kind }: { row: number | null; column: number | null; kind: string }) =>
      `${row}/${column}/${kind}`;
    const named = new Set(answer.problems.map(key));
    const missed = planted.faults.filter((fault) => !named.has(key(fault)));
    const invented = answer.problems.length - (planted.faults.length - missed.length);

    const fromXlsx = await copyOf(operator(), from, 'from-xlsx');
    const first = await timed('import of all from xlsx', () => bring(workbook, fromXlsx));
    const again = await timed('the same once more', () => bring(workbook, fromXlsx));
    const fromCsv = await copyOf(operator(), from, 'from-csv');
    const second = await timed('import of all from csv', () => bring(separated, fromCsv));
    const xlsx = await compare(operator(), from.id, fromXlsx);
    const csv = await compare(operator(), from.id, fromCsv);
    const isEqual = JSON.stringify(before) === JSON.stringify(after);
    const namedCount = planted.faults.length - missed.length;
    const told = ({ equal, fields, entries }: Compared) =>
      `${whole(equal)} of ${whole(fields)} fields of ${whole(entries)} entries`;
    const isSame = ({ entries, different }: Compared) => entries === all && different.length === 0;
    const bars: Bar[] = [
      {
        what: 'planted faults named by row and column',
        value: `${namedCount}`,
        bar: `${planted.faults.length}`,
        holds: missed.length === 0,
      },
      { what: 'kinds of faults', value: `${planted.kinds}`, bar: 'at least 15', holds: planted.kinds >= 15 },
      { what: 'problems that nobody planted', value: `${invented}`, bar: '0', holds: invented === 0 },
      {
        what: `rows of all ${before.length} tables before and after the refusal`,
        value: isEqual ? 'equal' : 'different',
        bar: 'equal',
        holds: isEqual,
      },
      {
        what: 'new entries from xlsx, from csv',
        value: `${first.created}, ${second.created}`,
        bar: `${all}, ${all}`,
        holds: first.created === all && second.created === all,
      },
      {
        what: 'unchanged the second time',
        value: `${again.unchanged}`,
        bar: `${all}`,
        holds: again.unchanged === all && again.created === 0,
      },
      { what: 'the same after the way through xlsx', value: told(xlsx), bar: 'all', holds: isSame(xlsx) },
      { what: 'the same after the way through csv', value: told(csv), bar: 'all', holds: isSame(csv) },
    ];
    for (const bar of bars) print(barLine(bar));
    for (const { row, column, kind } of missed) print(`  missed: ${kind} in row ${row}, column ${column}`);
    for (const one of [...xlsx.different, ...csv.different].slice(0, 20)) print(`  different: ${one}`);
    print(
      Object.entries(seconds)
        .map(([name, value]) => `${name}: ${value.toFixed(1)} s`)
        .join('; '),
    );
    writeJson(json, { bars, seconds, faults: planted.faults });
    return bars.every(({ holds: isHeld }) => isHeld);
  } finally {
    await orm.close(true);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An empty competition with the same categories and the same form. */
async function copyOf(context: Context, from: Competition, slug: string): Promise<string> {
  const categories = await context.em.find(Category, { competition: from }, { orderBy: { ordinal: 'asc' } });
  const text = { zh: slug, en: slug };
  const day = 86_400_000;
  const { id } = await createCompetition(context, {
    slug,
    name: text,
    tagline: text,
    description: text,
    hostId: from.host.id,
    regionId: from.region.id,
    timeZone: from.timeZone,
    isDemonstration: true,
    ballotRule: { votesPerDay: 1 },
    stages: [
      {
        kind: StageKind.SUBMISSION,
        name: text,
        opensAt: new Date(Date.now() - day),
        closesAt: new Date(Date.now() + day),
      },
    ],
    categories: categories.map(({ key, name }) => ({ key, name: { zh: name.zh ?? '', en: name.en ?? '' } })),
    criteria: [],
    organizerIds: [],
  });
  return id;
}

type Compared = Awaited<ReturnType<typeof compare>>;

/** Field by field, entry by entry; what depends on the day of handing in aside. */
async function compare({ em }: Context, fromId: string, toId: string) {
  const [left, right] = [
    await readEntryRows(em, fromId, { after: 0, most: 100_000 }),
    await readEntryRows(em, toId, { after: 0, most: 100_000 }),
  ];
  const byNumber = new Map(right.map((entry) => [entry.number, entry]));
  const result = { entries: right.length, fields: 0, equal: 0, different: [] as string[] };
  for (const { number, cells } of left) {
    for (const [key, value] of Object.entries(cells)) {
      if (key === 'submittedAt' || key === 'status') continue;
      result.fields += 1;
      if (byNumber.get(number)?.cells[key] === value) result.equal += 1;
      else result.different.push(`No. ${number}, ${key}`);
    }
  }
  return result;
}
