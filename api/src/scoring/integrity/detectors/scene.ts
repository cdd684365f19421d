import { median, outstanding } from './robust.ts';
import { thresholds } from './thresholds.ts';
import type { VoteTable } from './vote-table.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Votes of a competition with what all detectors ask of them, worked out once. */
export interface Scene {
  table: VoteTable;
  /** How many entries each voter chose. */
  choices: Uint16Array;
  /** Milliseconds to add to an instant for the competition's local time. */
  offsetAt: (instant: number) => number;
  /** The votes of all entries in bins of ten minutes. */
  firstBin: number;
  bins: Int32Array;
  /** Votes by network, of all entries. */
  ofNetwork: Int32Array;
  /** Night votes per day vote, as the median entry has it. */
  nightRatio: number;
  /** From where on a share of voters of one entry, or of fresh identities, stands out. */
  singleLine: number;
  freshLine: number;
}

export function* makingScene(table: VoteTable, timeZone: string): Generator<void, Scene> {
  const { size, entry, voter, castAt, network, start, entries } = table;
  const choices = choicesOf(table);
  yield;
  const offsetAt = offsets(timeZone, castAt);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < size; row += 1) {
    first = Math.min(first, castAt[row]!);
    last = Math.max(last, castAt[row]!);
  }
  const { binMs } = thresholds.velocity;
  const firstBin = size === 0 ? 0 : Math.floor(first / binMs);
  const bins = new Int32Array(size === 0 ? 0 : Math.floor(last / binMs) - firstBin + 1);
  const ofNetwork = new Int32Array(table.networks);
  const nights = new Int32Array(entries.length);
  const singles = new Int32Array(entries.length);
  const fresh = new Int32Array(entries.length);
  for (let row = 0; row < size; row += 1) {
    const e = entry[row]!;
    bins[Math.floor(castAt[row]! / binMs) - firstBin]! += 1;
    if (network[row]! >= 0) ofNetwork[network[row]!]! += 1;
    if (isNight(castAt[row]! + offsetAt(castAt[row]!))) nights[e]! += 1;
    if (choices[voter[row]!] === 1) singles[e]! += 1;
    if (isFresh(table, row)) fresh[e]! += 1;
    if (row % 16_384 === 0) yield;
  }
  const votes = (e: number) => start[e + 1]! - start[e]!;
  const telling = Array.from(entries.keys()).filter((e) => votes(e) >= thresholds.fewestVotes);
  const typicalNight = median(telling.map((e) => nights[e]! / Math.max(1, votes(e) - nights[e]!)));
  return {
    table,
    choices,
    offsetAt,
    firstBin,
    bins,
    ofNetwork,
    // Fewer than a fiftieth vote at night nowhere: a small competition must not expect none.
    nightRatio: Math.max(0.02, telling.length < 20 ? 0.05 : typicalNight),
    singleLine: outstanding(
      telling.map((e) => singles[e]! / votes(e)),
      thresholds.single.share,
    ),
    freshLine: outstanding(
      telling.map((e) => fresh[e]! / votes(e)),
      thresholds.fresh.share,
    ),
  };
}

export const isFresh = ({ ageDays }: VoteTable, row: number): boolean =>
  ageDays[row]! >= 0 && ageDays[row]! <= thresholds.fresh.ageDays;

/** By local milliseconds. */
export const isNight = (local: number): boolean => {
  const ofDay = ((local % day) + day) % day;
  return ofDay >= thresholds.night.fromHour * hour && ofDay < thresholds.night.toHour * hour;
};

/** How many entries each voter chose; rows come by entry, so a change of entry is a new one. */
function choicesOf({ size, voters, voter, entry }: VoteTable): Uint16Array {
  const choices = new Uint16Array(voters);
  const latest = new Int32Array(voters).fill(-1);
  for (let row = 0; row < size; row += 1) {
    const v = voter[row]!;
    if (latest[v] === entry[row]) continue;
    latest[v] = entry[row]!;
    if (choices[v]! < 65_535) choices[v]! += 1;
  }
  return choices;
}

/** A zone's distance from UTC, looked up by the hour: asking the calendar for each vote would take a minute. */
function offsets(timeZone: string, castAt: Float64Array): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const known = new Map<number, number>();
  const measure = (instant: number): number => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
    return local - Math.floor(instant / 60_000) * 60_000;
  };
  let lastHour = Number.NaN;
  let lastOffset = castAt.length > 0 ? measure(castAt[0]!) : 0;
  return (instant) => {
    const at = Math.floor(instant / hour);
    if (at === lastHour) return lastOffset;
    let offset = known.get(at);
    if (offset === undefined) known.set(at, (offset = measure(at * hour)));
    lastHour = at;
    lastOffset = offset;
    return offset;
  };
}
