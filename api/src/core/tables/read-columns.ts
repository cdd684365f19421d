import type { Problems } from './problems.ts';
import { readRows } from './read-rows.ts';

/** Hands over the cells of the named columns, in whatever order the file has them; `section` is the file's name in problems. */
export function readColumns<const Names extends readonly string[]>(
  text: string,
  section: string,
  names: Names,
  problems: Problems,
  take: (cells: { [K in keyof Names]: string }, line: number) => void,
): void {
  let places: number[] | null = null;
  readRows(text, ',', problems, (cells, line) => {
    if (cells.every((cell) => cell === '')) return;
    if (places === null) {
      const header = cells.map((cell) => cell.toLowerCase());
      places = names.map((name) => header.indexOf(name));
      const absent = names.filter((name) => !header.includes(name));
      if (absent.length > 0) problems.error({ section, line }, `has no column ${absent.join(', ')}`);
      return;
    }
    if (places.includes(-1)) return;
    take(places.map((place) => cells[place] ?? '') as { [K in keyof Names]: string }, line);
  });
}
