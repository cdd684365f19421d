import { instantOf as readingOf, wallClock } from '@laurel/schema/wall-clock';

/** What a field for date and time holds ("2026-11-21T20:00") at an instant, in a zone that is not this device's. */
export const localTime = (instant: string | number, timeZone: string): string => wallClock(new Date(instant), timeZone);

/** The instant at which the wall clock of a zone shows this; null where the text is no time. */
export function instantOf(local: string, timeZone: string): string | null {
  const minute = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(local)?.[0] ?? '';
  return Number.isNaN(Date.parse(`${minute}Z`)) ? null : readingOf(minute, timeZone).instant.toISOString();
}
