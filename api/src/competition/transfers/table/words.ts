import type { Locale } from '../../../core/locale.ts';
import { message } from '../../../core/messages.ts';
import { OrganizationKind } from '../../../people/organizations/index.ts';
import { Language } from '../../../work/projects/index.ts';

const locales: readonly Locale[] = ['zh-CN', 'en'];

export const languageWords = (language: Language, locale: Locale): string =>
  message(locale, `transfer.language.${language}`);

export const kindWords = (kind: OrganizationKind, locale: Locale): string =>
  message(locale, `transfer.organizationKind.${kind}`);

/** What is written in any of our languages, or as the schema spells it, whatever the case. */
function wordReader<T extends string>(
  values: readonly T[],
  words: (value: T, locale: Locale) => string,
): (text: string) => T | undefined {
  const known = new Map(
    values.flatMap((value) =>
      [value, ...locales.map((locale) => words(value, locale))].map((word) => [folded(word), value] as const),
    ),
  );
  return (text) => known.get(folded(text));
}

/** For comparing names that people type: width, case and spaces do not tell them apart. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

export const languageIn = wordReader(Object.values(Language), languageWords);
export const kindIn = wordReader(Object.values(OrganizationKind), kindWords);

/** The candidate that is likest, where one is like at all: a few letters changed, left out or added. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const from = folded(text);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(Array.from(from).length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = distanceOf(from, folded(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Changes of one letter that make the one the other; `limit` where it is as many or more. */
function distanceOf(from: string, to: string, limit: number): number {
  const [a, b] = [Array.from(from), Array.from(to)];
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = b.map((_, index) => index + 1);
  for (const [i, letter] of a.entries()) {
    let diagonal = i;
    let left = i + 1;
    row = row.map((above, j) => {
      left = Math.min(left + 1, above + 1, diagonal + (letter === b[j] ? 0 : 1));
      diagonal = above;
      return left;
    });
  }
  return row.at(-1) ?? a.length;
}
