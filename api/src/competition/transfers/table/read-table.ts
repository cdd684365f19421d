import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { textOfCell, unguarded } from './cell.ts';
import { mostRows } from './limits.ts';
import { problem, UnreadableFile } from './problem.ts';

/** What stands in a file: cells as text, rows as a spreadsheet counts them. */
export interface Table {
  header: readonly string[];
  rows: readonly { row: number; cells: readonly string[] }[];
  /** Rows without a word between those that have some; they are passed over. */
  emptyRows: number;
}

const oldWorkbook = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zip = Buffer.from('504b0304', 'hex');

export const isWorkbook = (bytes: Uint8Array): boolean => zip.equals(bytes.subarray(0, 4));

/** Reads a workbook's first sheet, or separated values. Throws UnreadableFile. */
export async function readTable(file: string): Promise<Table> {
  const bytes = await readFile(file);
  if (oldWorkbook.equals(bytes.subarray(0, 8))) throw new UnreadableFile(problem('oldWorkbook'));
  const lines = isWorkbook(bytes) ? await readWorkbook(bytes) : readSeparated(bytes);
  return tableOf(lines);
}

async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  try {
    return (await readSheet(bytes)).map((cells) => cells.map(textOfCell));
  } catch {
    throw new UnreadableFile(problem('broken'));
  }
}

function readSeparated(bytes: Buffer): string[][] {
  const text = textOf(bytes);
  const [start = ''] = text.split('\n', 1);
  const count = (mark: string) => start.split(mark).length;
  const [delimiter = ','] = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a));
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return rows.map((cells) => cells.map((cell) => unguarded(textOfCell(cell))));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The row in which a quote was opened, or closed where its cell goes on.
    throw new UnreadableFile(problem('openQuote', { row: Number(error.records ?? 0) + 1 }));
  }
}

/** The text of a file. A file that is not UTF-8 may be what a Chinese Excel saves as CSV, which has an error of its own. */
function textOf(bytes: Buffer): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new UnreadableFile(problem('notATable'));
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const isGbk = isDecodable(bytes, 'gb18030');
  let row = 1;
  for (let start = 0; start < bytes.length; row += 1) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  throw new UnreadableFile(problem(isGbk ? 'gbk' : 'notUtf8', { row }));
}

function isDecodable(bytes: Buffer, encoding: string): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function tableOf(lines: readonly string[][]): Table {
  const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');
  const top = lines.findIndex((cells) => !isEmpty(cells));
  const header = lines[top];
  if (!header) throw new UnreadableFile(problem('empty'));
  const below = lines.slice(top + 1).map((cells, index) => ({ row: top + index + 2, cells }));
  const rows = below.filter(({ cells }) => !isEmpty(cells));
  if (rows.length === 0) throw new UnreadableFile(problem('empty'));
  if (rows.length > mostRows)
    throw new UnreadableFile(problem('tooManyRows', {}, { rows: rows.length, most: mostRows }));
  const end = rows.at(-1)?.row ?? 0;
  return { header, rows, emptyRows: end - top - 1 - rows.length };
}
