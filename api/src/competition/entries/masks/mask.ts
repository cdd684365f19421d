/** What stands for a name that the reader must not learn; of one length, so that it tells none. */
export const maskedName = '■■■';

/** What Latin words are made of. In ranges: the classes of Unicode take a hundred times as long to compile. */
const letter = '[0-9A-Z_a-zÀ-ɏ\\u0300-\\u036fḀ-ỿ]';
const beginsLatin = new RegExp(`^${letter}`, 'u');
const endsLatin = new RegExp(`${letter}$`, 'u');

/** A Latin name is a word, or words however they are spaced; a Chinese one may stand anywhere. */
const patternOf = (name: string): string => {
  const words = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+');
  return `${beginsLatin.test(name) ? `(?<!${letter})` : ''}${words}${endsLatin.test(name) ? `(?!${letter})` : ''}`;
};

/**
 * Makes the function that masks these names in a text, in whatever case. Names that overlap or touch become one mask:
 * of 长春市朝阳区 nothing is left over, however many of its parts are names. A single character is no name.
 */
export function maskerOf(names: Iterable<string>): (text: string) => string {
  const known = new Set(
    Array.from(names, (name) => name.normalize().trim()).filter((name) => Array.from(name).length > 1),
  );
  if (known.size === 0) return (text) => text;
  // At each place the longest name that begins there; the lookahead lets the next one begin inside it.
  const longestFirst = [...known].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?=(${longestFirst.map(patternOf).join('|')}))`, 'giu');
  return (text) => {
    const source = text.normalize();
    const runs: { from: number; to: number }[] = [];
    for (const { index, 1: name = '' } of source.matchAll(pattern)) {
      const last = runs.at(-1);
      if (last && index <= last.to) last.to = Math.max(last.to, index + name.length);
      else runs.push({ from: index, to: index + name.length });
    }
    let masked = '';
    let end = 0;
    for (const { from, to } of runs) {
      masked += source.slice(end, from) + maskedName;
      end = to;
    }
    return masked + source.slice(end);
  };
}
