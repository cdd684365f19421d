import { writeFileSync } from 'node:fs';

/** Progress goes to stderr, results to stdout; among other tests, where nobody watches, there is none. */
export const progress = (text: string) => {
  if (process.env.VITEST === undefined) process.stderr.write(`${text}\n`);
};
export const print = (text = '') => process.stdout.write(`${text}\n`);

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
export const whole = (value: number) => grouped.format(value);
export const percent = (value: number) => `${(value * 100).toFixed(0)} %`;

/** Columns as wide as their widest cell; all but the first to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const lines = rows.map((row) => row.map(pad).join('  ').trimEnd());
  return [lines[0], '-'.repeat(lines[0]?.length ?? 0), ...lines.slice(1)].join('\n');
}

/** One thing that must hold. */
export interface Bar {
  what: string;
  value: string;
  bar: string;
  holds: boolean;
}

export const barLine = ({ what, value, bar, holds }: Bar) =>
  `${holds ? 'pass' : 'FAIL'}  ${what}: ${value} (bar: ${bar})`;

export function writeJson(file: string | undefined, content: unknown): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
