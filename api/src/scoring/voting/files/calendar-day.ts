/** `2026-11-21`, of the calendar, in years that a vote can be of; `2026-2-3` is written out. Else null. */
export function calendarDay(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written);
  return isReal && written >= '1900' && written < '2200' ? written : null;
}
