/** Everything here happens in China, which has one zone and no summer time. */
export const TIME_ZONE = 'Asia/Shanghai';
const OFFSET_MS = 8 * 3600_000;
const DAY_MS = 86_400_000;

/** Midnight in Shanghai at the start of the day that lies `offset` days from the anchor's. */
export function dayFrom(anchor: Date, offset: number): Date {
  const today = Math.floor((anchor.getTime() + OFFSET_MS) / DAY_MS);
  return new Date((today + offset) * DAY_MS - OFFSET_MS);
}

/** `2021-12-13T14:00:00+08:00`. */
export function inShanghai(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

export const plusMinutes = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

/** The month, 1 to 12, as read in Shanghai. */
export const monthOf = (instant: Date) => new Date(instant.getTime() + OFFSET_MS).getUTCMonth() + 1;

/** A LocalDate some whole days after another. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
