import type { Locale } from '../../../core/locale.ts';
import { message, type MessageKey } from '../../../core/messages.ts';

/** "2026-11-21 20:00:05 (Asia/Shanghai, GMT+8)": to the second, with its zone, for the record. */
export function instantToTheSecond(locale: Locale, instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(instant);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
  const zone = timeZone === 'Asia/Shanghai' ? message(locale, 'receipt.beijing') : timeZone;
  return `${format.format(instant)} (${zone}, ${offset})`;
}

/** A size as people read it. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/**
 * A text as a font can show it: what it has no glyph for stands as its code point, so that nothing is lost on paper.
 * Of the controls, the end of a line alone means something there.
 */
export function shownWith(hasGlyph: (codePoint: number) => boolean, text: string): string {
  return Array.from(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    '), (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || (codePoint >= 32 && hasGlyph(codePoint))) return character;
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}

export const receiptWord = (locale: Locale, key: string, values: object = {}): string =>
  message(locale, `receipt.${key}` as MessageKey, { ...values });
