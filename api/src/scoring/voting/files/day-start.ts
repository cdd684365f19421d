import { dayIn, nextDayStart } from '../../../core/time/local-day.ts';

/** The first instant of a calendar day in a zone. */
export function dayStart(timeZone: string, day: string): Date {
  // No zone is further than 14 hours from UTC, so this is before the day everywhere.
  let instant = new Date(Date.parse(`${day}T00:00:00Z`) - 36 * 3_600_000);
  while (dayIn(timeZone, instant) < day) instant = nextDayStart(timeZone, instant);
  return instant;
}
