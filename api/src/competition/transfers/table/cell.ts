/** A cell as text, whatever the program that wrote the file made of it: dates by the day, numbers in plain decimals. */
export function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n').trim() : '';
}

/** Without the digits beyond the fifteenth, which a spreadsheet does not show and nobody wrote. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e15 && Math.abs(rounded) >= 1e-6
    ? String(rounded)
    : rounded.toFixed(rounded === 0 ? 0 : 6);
}

/** The letters over a column: 0 is A, 26 is AA. */
export function lettersOf(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`;
}

/**
 * What a spreadsheet would take for a formula, kept from being one by an apostrophe in front; one more where apostrophes
 * stand there already, so that reading takes away exactly what writing put there.
 */
export const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
export const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** A workbook's own escapes, so that a text which looks like one comes back as it is. */
export const escapedForExcel = (text: string): string => text.replaceAll(/_x(?=[\da-f]{4}_)/gi, '_x005F_x');
