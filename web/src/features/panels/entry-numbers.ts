/** The numbers in a text, however they are set apart, each once; null where something is not a number. */
export function numbersIn(text: string): number[] | null {
  const words = text.split(/[\s,，、;；]+/).filter((word) => word !== '');
  if (words.some((word) => !/^\d{1,6}$/.test(word))) return null;
  return [...new Set(words.map(Number))];
}
