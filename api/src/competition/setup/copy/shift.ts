import { instantOf, wallClock } from '@laurel/schema/wall-clock';

/** How far the stages of a copy lie behind those of the original: whole years, or days; nothing: at the same times. */
export interface Shift {
  years?: number | null | undefined;
  days?: number | null | undefined;
}

const day = 86_400_000;

/**
 * The same time of day on the shifted day, as clocks in the zone show it. The 29th of February becomes the 28th; a time that
 * clocks skip moves on by as much as they skip.
 */
export function shifted(instant: Date, timeZone: string, { years, days }: Shift): Date {
  const local = wallClock(instant, timeZone);
  const [year, month, ofMonth] = local.slice(0, 10).split('-').map(Number) as [number, number, number];
  const inYear = year + (years ?? 0);
  const last = new Date(Date.UTC(inYear, month, 0)).getUTCDate();
  const date = Date.UTC(inYear, month - 1, Math.min(ofMonth, last));
  const moved = new Date(date + (days ?? 0) * day).toISOString().slice(0, 10);
  const seconds = instant.getTime() % 60_000;
  return new Date(instantOf(`${moved}T${local.slice(11)}`, timeZone).instant.getTime() + seconds);
}
