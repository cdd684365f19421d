/** A key that none of the rows has: the letter and a number. */
export function freeKey(letter: string, rows: readonly { key: string }[]): string {
  let number = rows.length + 1;
  while (rows.some(({ key }) => key === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
