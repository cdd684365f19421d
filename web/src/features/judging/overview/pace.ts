const minute = 60_000;
const day = 24 * 60 * minute;

/** How fast to go on, to be through in time: so many a day, or so many minutes or hours for each. */
type Pace = { unit: 'perDay' | 'minutes' | 'hours'; count: number };

/** Null where nothing is left, of the entries or of the time. */
export function paceFor(remaining: number, milliseconds: number): Pace | null {
  if (remaining <= 0 || milliseconds <= 0) return null;
  if (milliseconds >= 2 * day) return { unit: 'perDay', count: Math.ceil(remaining / Math.floor(milliseconds / day)) };
  const minutes = Math.floor(milliseconds / minute / remaining);
  // More than it takes is no hint, but a comfort.
  if (minutes >= 120) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'minutes', count: minutes };
}
