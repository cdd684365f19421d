// Two functions on Intl serve the pages and the api alike; a polyfill of Temporal would make voters' pages heavier.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What clocks and calendars of a zone show at an instant, such as `2026-11-21T20:00`; to the minute. */
export const wallClock = (instant: Date, timeZone: string): string =>
  formatFor(timeZone).format(instant).replace(' ', 'T');

/** Names of the IANA data alone: a bare offset knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    formatFor(name);
    return true;
  } catch {
    return false;
  }
}

interface Reading {
  instant: Date;
  /** SKIPPED: clocks went forward over that time; TWICE: they went back and showed it again. */
  isShown: 'ONCE' | 'SKIPPED' | 'TWICE';
}

const day = 86_400_000;

/**
 * The instant at which the clocks of a zone show `local` (`2026-11-21T20:00`). Of two the first; of none the one as
 * far after the change as `local` lies beyond it, so that 02:30 in a skipped hour is 03:30.
 */
export function instantOf(local: string, timeZone: string): Reading {
  const wanted = Date.parse(`${local}Z`);
  const offsetAt = (instant: number) => Date.parse(`${wallClock(new Date(instant), timeZone)}Z`) - instant;
  // No zone changes its clocks twice within two days.
  const [before, after] = [offsetAt(wanted - day), offsetAt(wanted + day)];
  const found = [...new Set([wanted - before, wanted - after])]
    .filter((instant) => wallClock(new Date(instant), timeZone) === local)
    .toSorted((a, b) => a - b);
  if (found.length === 0) return { instant: new Date(wanted - before), isShown: 'SKIPPED' };
  return { instant: new Date(found[0] ?? wanted), isShown: found.length > 1 ? 'TWICE' : 'ONCE' };
}
