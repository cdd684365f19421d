import { stringify } from 'csv-stringify/sync';
import type { Problems } from '../../../../core/tables/problems.ts';
import { readRows } from '../../../../core/tables/read-rows.ts';

interface PbRow {
  line: number;
  /** As many as the section has columns. */
  cells: string[];
}

export interface PbTable {
  columns: string[];
  rows: PbRow[];
}

/**
 * A Pabulib file (https://pabulib.org/format) as it stands: three tables. What the cells mean is for read-pb.ts; every
 * column and every key is kept, known or not.
 */
export type Section = 'META' | 'PROJECTS' | 'VOTES';

export type PbDocument = Record<Section, PbTable>;

const sections = ['META', 'PROJECTS', 'VOTES'] as const;

/** Null where a section is missing; everything that is wrong goes to `problems`. */
export function readPbDocument(text: string, problems: Problems): PbDocument | null {
  const found = new Map<Section, PbTable>();
  let section: Section | null = null;
  readRows(text, ';', problems, (cells, line) => {
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length === 0) return;
    const title = cells.length === 1 && sections.find((name) => name === cells[0]?.toUpperCase());
    if (title) {
      if (found.has(title)) problems.error({ section: title, line }, 'this section has begun before');
      section = title;
      found.set(title, { columns: [], rows: [] });
      return;
    }
    if (section === null) {
      problems.error({ line }, 'stands before META, where a file begins');
      return;
    }
    const table = found.get(section);
    if (table) addRow(table, section, cells, line, problems);
  });
  for (const name of sections) {
    if (!found.has(name)) problems.error({ section: name }, 'the file has no such section');
    else if (found.get(name)?.columns.length === 0) {
      problems.error({ section: name }, 'the names of the columns are missing');
    }
  }
  const [META, PROJECTS, VOTES] = sections.map((name) => found.get(name));
  return META && PROJECTS && VOTES ? { META, PROJECTS, VOTES } : null;
}

function addRow(table: PbTable, section: Section, cells: string[], line: number, problems: Problems): void {
  if (table.columns.length === 0) {
    table.columns = section === 'META' ? ['key', 'value'] : cells;
    checkHeader(section, cells, line, problems);
    return;
  }
  const width = table.columns.length;
  if (cells.length > width) {
    if (section === 'META') cells.splice(1, cells.length, cells.slice(1).join(';'));
    else {
      const place = { section, line };
      const text = `has ${cells.length} cells where ${width} columns are named; a cell that holds a semicolon is quoted`;
      // In a wrong cell of a vote stands another vote; a project's further cells are only for reading.
      if (section === 'VOTES') problems.error(place, text);
      else problems.warn(place, 'further cells', text);
      cells.length = width;
    }
  }
  while (cells.length < width) cells.push('');
  table.rows.push({ line, cells });
}

function checkHeader(section: Section, cells: string[], line: number, problems: Problems): void {
  const names = cells.map((name) => name.toLowerCase());
  if (section === 'META' && names.join(';') !== 'key;value') {
    problems.error({ section, line }, 'the columns of META must be key;value');
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) problems.error({ section, line, column: twice }, 'is named twice');
}

/** The text of a document; reading it again gives the same cells. */
export function writePbDocument(document: PbDocument): string {
  const lines = sections.flatMap((name) => [
    [name],
    document[name].columns,
    ...document[name].rows.map(({ cells }) => cells),
  ]);
  // What a reader would trim, or take for the end of a row, is quoted as well.
  return stringify(lines, { delimiter: ';', quoted_match: /^\s|\s$|[\r\n]/, record_delimiter: '\n' });
}
