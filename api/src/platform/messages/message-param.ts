import type { Locale } from '../../core/locale.ts';
import { instantInWords } from '../../core/messages.ts';

/**
 * What a message is filled in with, kept so that it can be told in either language: plain words or a number, a text in
 * both languages, an instant with the zone it is told in, or a path on our site.
 */
export type MessageParam =
  | string
  | number
  | { zh?: string | null; en?: string | null }
  | { at: string; timeZone: string }
  | { path: string };

export const instantParam = (instant: Date, timeZone: string): MessageParam => ({
  at: instant.toISOString(),
  timeZone,
});

export function paramInWords(param: MessageParam, locale: Locale, publicUrl: string): string {
  if (typeof param === 'number') return String(param);
  if (typeof param === 'string') return param.trim();
  if ('path' in param) return `${publicUrl}${param.path}`;
  if ('at' in param) return instantInWords(locale, new Date(param.at), param.timeZone);
  return ((locale === 'en' ? param.en || param.zh : param.zh || param.en) ?? '').trim();
}
