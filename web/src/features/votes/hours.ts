export interface Hour {
  startsAt: string;
  counted: number;
  held: number;
}

const hourMs = 3_600_000;

/** Hour by hour from the first vote to the last, with the hours in which nobody voted: a pause is part of the curve. */
export function wholeHours(hours: readonly Hour[]): { at: number; counted: number; held: number }[] {
  const first = hours[0];
  const last = hours.at(-1);
  if (!first || !last) return [];
  const known = new Map(hours.map((hour) => [Date.parse(hour.startsAt), hour]));
  const from = Date.parse(first.startsAt);
  const count = Math.round((Date.parse(last.startsAt) - from) / hourMs) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * hourMs;
    const hour = known.get(at);
    return { at, counted: hour?.counted ?? 0, held: hour?.held ?? 0 };
  });
}

/** The hours from 01:00 to 06:00 in the competition's zone, for which rules declare a limit of its own. */
export function nightsOf(hours: readonly { at: number }[], timeZone: string): [from: number, to: number][] {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  const nights: [number, number][] = [];
  for (const { at } of hours) {
    const hour = Number(format.format(at));
    if (hour < 1 || hour >= 6) continue;
    const night = nights.at(-1);
    if (night && night[1] === at) night[1] = at + hourMs;
    else nights.push([at, at + hourMs]);
  }
  return nights;
}
