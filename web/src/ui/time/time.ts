/**
 * Instants in words. A deadline is always told in the zone that decides it,
 * with that zone named, wherever the reader may be.
 */

type Parts = Record<Intl.DateTimeFormatPartTypes, string>;

function partsOf(instant: string | number, language: string, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const parts = format.formatToParts(new Date(instant));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Parts;
}

/** "北京时间", "Beijing": what people call the zone, not what computers do. */
export function zoneName(timeZone: string, language: string): string {
  if (timeZone === 'Asia/Shanghai') {
    return language === 'en' ? 'Beijing' : '北京时间';
  }
  if (language === 'en') {
    return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  }
  const long = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: 'longGeneric',
  });
  return long.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

interface Options {
  language: string;
  timeZone: string;
  /** The present, to leave out a year that goes without saying. */
  now?: number;
}

const isSameYear = (parts: Parts, { language, timeZone, now }: Options) =>
  parts.year === partsOf(now ?? Date.now(), language, timeZone).year;

/** "11月21日(周六)" or "Sat 21 Nov". */
export function formatDay(instant: string | number, options: Options): string {
  const { language, timeZone } = options;
  const parts = partsOf(instant, language, timeZone);
  const isThisYear = isSameYear(parts, options);
  if (language === 'en') {
    const day = `${parts.weekday} ${parts.day} ${parts.month}`;
    return isThisYear ? day : `${day} ${parts.year}`;
  }
  // The parts of Chinese months and years come with or without their unit, by browser.
  const number = (text: string) => text.replace(/\D/g, '');
  const day = `${number(parts.month)}月${number(parts.day)}日(${parts.weekday})`;
  return isThisYear ? day : `${number(parts.year)}年${day}`;
}

/** "20:00". */
export function formatTime(instant: string | number, { language, timeZone }: Options): string {
  const { hour, minute } = partsOf(instant, language, timeZone);
  return `${hour}:${minute}`;
}

/** "11月21日(周六)20:00 北京时间" or "Sat 21 Nov, 20:00 (Beijing)". */
export const formatInstant = (instant: string | number, options: Options): string =>
  withZone(instant, formatTime(instant, options), options);

/** The same to the second, for the record. */
export function formatToTheSecond(instant: string | number, options: Options): string {
  const { second } = partsOf(instant, options.language, options.timeZone);
  return withZone(instant, `${formatTime(instant, options)}:${second.padStart(2, '0')}`, options);
}

function withZone(instant: string | number, time: string, options: Options): string {
  const zone = zoneName(options.timeZone, options.language);
  const day = formatDay(instant, options);
  return options.language === 'en' ? `${day}, ${time} (${zone})` : `${day}${time} ${zone}`;
}

/** "11月16日至25日" or "16–25 Nov": from one day to another, as short as it can be. */
export function formatDays(from: string, to: string, options: Options): string {
  const { language, timeZone } = options;
  const [first, last] = [from, to].map((instant) => partsOf(instant, language, timeZone)) as [Parts, Parts];
  const isThisYear = isSameYear(first, options) && isSameYear(last, options);
  if (language === 'en') {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      month: 'short',
      day: 'numeric',
      ...(isThisYear ? {} : { year: 'numeric' }),
    });
    return format.formatRange(new Date(from), new Date(to));
  }
  // Browsers write a range of Chinese days with slashes; people write it like this.
  const number = (text: string) => text.replace(/\D/g, '');
  const day = (parts: Parts, unlike?: Parts) => {
    const isNewYear = !isThisYear && parts.year !== unlike?.year;
    const isNewMonth = isNewYear || parts.month !== unlike?.month;
    const year = isNewYear ? `${number(parts.year)}年` : '';
    const month = isNewMonth ? `${number(parts.month)}月` : '';
    return `${year}${month}${number(parts.day)}日`;
  };
  const isOneDay = first.year === last.year && first.month === last.month && first.day === last.day;
  return isOneDay ? day(first) : `${day(first)}至${day(last, first)}`;
}

/** A calendar day without a time, such as "2021年3月" or "March 2021". */
export function formatMonth(localDate: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  }).format(new Date(`${localDate.slice(0, 10)}T00:00:00Z`));
}

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** What is left until an instant; all zero once it has passed. */
export function timeLeft(until: string, now: number): TimeLeft {
  const seconds = Math.max(0, Math.floor((Date.parse(until) - now) / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
