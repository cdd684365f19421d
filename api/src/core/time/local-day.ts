const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish way to write a date is ISO 8601.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
}

const lastDays = new Map<string, { minute: number; day: string }>();

/** The calendar day of an instant in a zone, such as `2026-11-21`. Throws RangeError for an unknown zone. */
export function dayIn(timeZone: string, instant: Date): string {
  // Days begin with a minute, whatever the zone; most questions are about the same minute as the last.
  const minute = Math.floor(instant.getTime() / 60_000);
  const last = lastDays.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = formatFor(timeZone).format(instant);
  lastDays.set(timeZone, { minute, day });
  return day;
}

/** The first instant of the day after; found by halving, since a day has 23, 24 or 25 hours. */
export function nextDayStart(timeZone: string, instant: Date): Date {
  const today = dayIn(timeZone, instant);
  let before = instant.getTime();
  let after = before + 26 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(timeZone, new Date(middle)) === today) before = middle;
    else after = middle;
  }
  return new Date(after);
}
