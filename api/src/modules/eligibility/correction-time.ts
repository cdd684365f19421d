import { dayIn, instantOf } from '../competitions/index.ts';

const day = 86_400_000;

/** The last instant of the day so many days after, as calendars of the zone count them: whoever has "a week" has all of its last day. */
export function correctionEnd(now: Date, days: number, timeZone: string): Date {
  const today = Date.parse(`${dayIn(timeZone, now)}T00:00:00Z`);
  const next = new Date(today + (days + 1) * day).toISOString().slice(0, 10);
  return new Date(instantOf(`${next}T00:00`, timeZone).instant.getTime() - 1);
}
