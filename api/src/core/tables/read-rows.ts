import { CsvError, parse } from 'csv-parse/sync';
import type { Problems } from './problems.ts';

/** More lines than this with quotes that nobody closed right are not a slip but another format. */
const MISQUOTED = 500;

/**
 * Reads separated values, cell by cell trimmed, and hands each row over with the line it begins on. Quotes inside a
 * cell that is not quoted stand for themselves, and so do those of a cell that goes on after its closing quote
 * (`"Old" Mill by the weir`), which hand-made files have. Empty rows come too: they keep the count of lines.
 */
export function readRows(
  text: string,
  delimiter: string,
  problems: Problems,
  take: (cells: string[], line: number) => void,
): void {
  let rest = text;
  let before = 0;
  for (let misquoted = 0; ; misquoted += 1) {
    let read = 0;
    try {
      parseRows(rest, { delimiter }, (cells, lines) => {
        take(cells, before + read + 1);
        read = lines;
      });
      return;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = before + read + 1;
      const isOneLine = before + Number(error.lines) === line;
      if (error.code === 'CSV_QUOTE_NOT_CLOSED' || !isOneLine || misquoted >= MISQUOTED) {
        problems.error({ line }, 'opens a quote that is not closed where its cell ends');
        return;
      }
      problems.warn({ line }, 'misquoted', 'quotes a part of a cell only; its quotes are taken as they stand');
      const [first, others] = splitAfter(rest, read);
      parseRows(first, { delimiter, quote: false }, (cells) => take(cells, line));
      rest = others;
      before = line;
    }
  }
}

function parseRows(
  text: string,
  options: { delimiter: string; quote?: false },
  take: (cells: string[], lines: number) => void,
): void {
  parse(text, {
    ...options,
    bom: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (cells: string[], { lines }) => {
      take(cells, lines);
      return null;
    },
  });
}

/** The line after the first `skipped` lines, and all that follows it. */
function splitAfter(text: string, skipped: number): [line: string, rest: string] {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let passed = 0; passed < skipped && ends.exec(text); passed += 1) start = ends.lastIndex;
  const end = ends.exec(text);
  return end ? [text.slice(start, end.index), text.slice(ends.lastIndex)] : [text.slice(start), ''];
}
