import { memoize } from './memoize.ts';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A stored language; the one we begin with where none is known yet. */
export const asLocale = (stored: string | null | undefined): Locale => (stored === 'en' ? 'en' : 'zh-CN');

/** The longest header that is read, and how many are memoized: a browser sends the same one every time. */
const longest = 200;
const mostHeaders = 1_000;

/** The first language of an `Accept-Language` header that we speak; Chinese when none is named. */
export const localeOf = (header: string | undefined): Locale => firstSpoken((header ?? '').slice(0, longest));

const firstSpoken = memoize((header): Locale => {
  const wanted = header
    .split(',')
    .map((part, index) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}, mostHeaders);
