import type { ProblemKind } from '../competition/transfers/index.ts';

/** A fault that was put into a table, and what must be said of it. */
interface PlantedFault {
  /** As a spreadsheet counts. */
  row: number;
  /** From 0. */
  column: number;
  kind: ProblemKind;
}

type Change = (row: string[], place: (header: string) => number, rows: readonly string[][]) => void;

interface Recipe {
  kind: ProblemKind;
  /** Where the problem must be named. */
  at: string;
  change: Change;
}

const put =
  (header: string, text: string | ((before: string) => string)): Change =>
  (row, place) => {
    const index = place(header);
    row[index] = typeof text === 'string' ? text : text(row[index] ?? '');
  };

/** Slips as people make them, each of another kind or in another column. */
const recipes: readonly Recipe[] = [
  { kind: 'required', at: 'Category', change: put('Category', '') },
  { kind: 'required', at: 'Region code', change: put('Region code', '') },
  {
    kind: 'required',
    at: 'Organization',
    change: (row, place) => [place('Organization'), place('Organization ID')].forEach((index) => (row[index] = '')),
  },
  { kind: 'required', at: 'Needs', change: put('Needs', '   ') },
  { kind: 'required', at: 'Outcomes', change: put('Outcomes', '') },
  {
    kind: 'titleRequired',
    at: 'Title (Chinese)',
    change: (row, place) => [place('Title (Chinese)'), place('Title (English)')].forEach((index) => (row[index] = '')),
  },
  { kind: 'tooLong', at: 'Title (Chinese)', change: put('Title (Chinese)', '很长的名称'.repeat(13)) },
  { kind: 'tooLong', at: 'Summary (Chinese)', change: put('Summary (Chinese)', '一'.repeat(201)) },
  { kind: 'tooLong', at: 'Goals', change: put('Goals', '字'.repeat(5001)) },
  { kind: 'unknownCategory', at: 'Category', change: put('Category', (text) => `${text}x`) },
  { kind: 'unknownCategory', at: 'Category', change: put('Category', 'Something else altogether') },
  { kind: 'unknownRegion', at: 'Region code', change: put('Region code', '999999') },
  { kind: 'unknownRegion', at: 'Region code', change: put('Region code', '22010') },
  {
    kind: 'unknownOrganization',
    at: 'Organization',
    change: (row, place) => ((row[place('Organization')] += '（新）'), (row[place('Organization ID')] = '')),
  },
  { kind: 'unknownOrganization', at: 'Organization ID', change: put('Organization ID', 'org-nowhere') },
  { kind: 'mismatchedOrganization', at: 'Organization', change: put('Organization', '别的单位') },
  { kind: 'badDate', at: 'Started on', change: put('Started on', '2025-02-30') },
  { kind: 'badDate', at: 'Started on', change: put('Started on', 'last spring') },
  { kind: 'badDate', at: 'Ended on', change: put('Ended on', '3/4/25') },
  {
    kind: 'endedBeforeStart',
    at: 'Ended on',
    change: (row, place) => ((row[place('Started on')] = '2025-06-01'), (row[place('Ended on')] = '2025/5/31')),
  },
  { kind: 'badUrl', at: 'Film', change: put('Film', 'http://films.example/1') },
  { kind: 'badUrl', at: 'Film', change: put('Film', 'see our page') },
  { kind: 'unknownLanguage', at: 'Language of the text', change: put('Language of the text', 'Klingon') },
  { kind: 'badNumber', at: 'No.', change: put('No.', 'twelve') },
  { kind: 'badNumber', at: 'No.', change: put('No.', '0') },
  { kind: 'badNumber', at: 'No.', change: put('No.', '1234567') },
  {
    kind: 'repeatedNumber',
    at: 'No.',
    change: (row, place, rows) => (row[place('No.')] = rows[14]?.[place('No.')] ?? ''),
  },
  { kind: 'repeatedEntry', at: 'Title (Chinese)', change: (row, place, rows) => copyOf(row, place, rows[15]) },
  { kind: 'alreadyEntered', at: 'Title (Chinese)', change: (row, place, rows) => copyOf(row, place, rows[0]) },
  { kind: 'invisible', at: 'Needs', change: put('Needs', (text) => `${text.slice(0, 3)}\u200b${text.slice(3)}`) },
  { kind: 'invisible', at: 'Title (Chinese)', change: put('Title (Chinese)', (text) => `${text}\u202e项目`) },
  { kind: 'invisible', at: 'Whom it serves', change: put('Whom it serves', (text) => `${text}\u00adx`) },
  { kind: 'garbled', at: 'Features', change: put('Features', (text) => `${text}烫烫烫`) },
  { kind: 'garbled', at: 'Goals', change: put('Goals', '锟斤拷锟斤拷') },
  { kind: 'formulaError', at: 'Summary (English)', change: put('Summary (English)', '#REF!') },
  { kind: 'formulaError', at: 'Started on', change: put('Started on', '#VALUE!') },
  { kind: 'unknownKind', at: 'Kind of organization', change: put('Kind of organization', 'Club') },
  { kind: 'tooLong', at: 'Whom it serves', change: put('Whom it serves', '人'.repeat(201)) },
];

function copyOf(row: string[], place: (header: string) => number, other: readonly string[] = []): void {
  for (const header of ['Title (Chinese)', 'Title (English)', 'Organization', 'Organization ID']) {
    row[place(header)] = other[place(header)] ?? '';
  }
  row[place('No.')] = '';
}

/**
 * A table with so many faults, one a row and spread over it; `rows` are those below the header, of which the first
 * twenty-five stay as they are, and the first ten are in the competition already: one of these then says something else.
 */
export function plantFaults(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  count: number,
): { rows: string[][]; faults: PlantedFault[]; kinds: number } {
  const place = (name: string) => {
    const index = header.indexOf(name);
    if (index < 0) throw new Error(`the table has no column ${name}`);
    return index;
  };
  const changed = rows.map((row) => [...row]);
  const faults: PlantedFault[] = [];
  const plant = (index: number, { kind, at, change }: Recipe) => {
    const row = changed[index];
    if (!row) throw new Error(`the table has no row ${index}`);
    change(row, place, changed);
    faults.push({ row: index + 2, column: place(at), kind });
  };
  plant(4, { kind: 'differs', at: 'Goals', change: put('Goals', (text) => `${text} And more.`) });
  const kept = 25;
  const step = Math.floor((rows.length - kept) / (count - 1));
  for (let i = 0; i < count - 1; i += 1) plant(kept + i * step, recipes[i % recipes.length] as Recipe);
  return { rows: changed, faults, kinds: new Set(faults.map(({ kind }) => kind)).size };
}

/** How many rows every table has, so that nobody can have written half. */
export const countsOfTables = `select table_name as name, (xpath('/row/n/text()', query_to_xml(
    format('select count(*) as n from %I.%I', table_schema, table_name), false, true, '')))[1]::text::int as rows
  from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
