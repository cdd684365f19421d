/**
 * What a field for date and time holds ("2026-11-21T20:00"), reckoned in a zone that is not this device's. Minutes are
 * enough for people.
 */

/** The wall clock of a zone at an instant. */
export function localTime(instant: string | number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/** The instant at which the wall clock of a zone shows this; null where the text is no time. */
export function instantOf(local: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return null;
  const wanted = Date.parse(`${local.slice(0, 16)}Z`);
  if (Number.isNaN(wanted)) return null;
  const behind = (guess: number) => wanted - Date.parse(`${localTime(guess, timeZone)}Z`);
  // The first step finds the zone's offset, the second the one that holds on the other side of a change of the clocks.
  const first = wanted + behind(wanted);
  return new Date(first + behind(first)).toISOString();
}
