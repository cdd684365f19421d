import { createInstance } from 'i18next';
import type { Locale } from './locale.ts';
import en from './locales/en.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };

const i18n = createInstance();
void i18n.init({
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  keySeparator: false,
});

export type MessageKey = keyof typeof en;

/** A sentence for a person, in their language. */
export function message(locale: Locale, key: MessageKey, values: Record<string, unknown> = {}): string {
  return i18n.t(key, { lng: locale, ...values });
}

/** An instant in words, in the competition's own zone: `11月21日(周六)20:00`, `Sat 21 Nov, 20:00`. */
export function instantInWords(locale: Locale, instant: Date, timeZone: string): string {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone, ...options }).format(instant);
  const time = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = parts({ weekday: 'short' });
  const zone = zoneInWords(locale, instant, timeZone);
  return locale === 'en'
    ? `${weekday} ${parts({ day: 'numeric', month: 'short' })}, ${time} (${zone})`
    : `${parts({ month: 'long', day: 'numeric' })}(${weekday})${time} ${zone}`;
}

/** The zone as people there call it; elsewhere by its distance from UTC, such as `GMT+1`. */
function zoneInWords(locale: Locale, instant: Date, timeZone: string): string {
  if (timeZone === 'Asia/Shanghai') return locale === 'en' ? 'Beijing' : '北京时间';
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
