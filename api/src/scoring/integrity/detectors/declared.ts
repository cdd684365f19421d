import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { dateOf } from './night-share.ts';
import { isNight, type Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/** The thresholds of the ballot rule; null where none is declared. */
export interface DeclaredThresholds {
  nightVotes: number | null;
  burstVotes: number | null;
  networkVotes: number | null;
}

/**
 * What the published rule says, and nothing else: more votes than declared for one entry in one night (01:00 to
 * 06:00), within any ten minutes, or from one network on one day. After the three forensic rules of the Changsha
 * contest (field.md, pain 5). Belonging: all votes of that night, of those minutes, or from that network, since the
 * rule does not say which of them were one too many.
 */
export function declared(scene: Scene, e: number, rule: DeclaredThresholds): EntrySignal[] {
  const signals: EntrySignal[] = [];
  const add = (detector: VoteDetector, limit: number | null, find: (limit: number) => Crossing) => {
    if (limit === null) return;
    const { most, rows } = find(limit);
    if (rows.length > 0) signals.push({ detector, value: most, threshold: limit, rows });
  };
  add(VoteDetector.DECLARED_NIGHT, rule.nightVotes, (limit) => crowdedNights(scene, e, limit));
  add(VoteDetector.DECLARED_BURST, rule.burstVotes, (limit) => crowdedMinutes(scene, e, limit));
  add(VoteDetector.DECLARED_NETWORK, rule.networkVotes, (limit) => crowdedNetworks(scene, e, limit));
  return signals;
}

interface Crossing {
  most: number;
  rows: number[];
}

function crowdedNights({ table, offsetAt }: Scene, e: number, limit: number): Crossing {
  const local = (row: number) => table.castAt[row]! + offsetAt(table.castAt[row]!);
  return crowded(
    rowsOf(table, e).filter((row) => isNight(local(row))),
    (row) => dateOf(local(row)),
    limit,
  );
}

function crowdedNetworks({ table }: Scene, e: number, limit: number): Crossing {
  return crowded(
    rowsOf(table, e).filter((row) => table.network[row]! >= 0),
    (row) => table.network[row]!,
    limit,
  );
}

function crowded(rows: readonly number[], groupOf: (row: number) => number, limit: number): Crossing {
  const groups = [...Map.groupBy(rows, groupOf).values()].filter((group) => group.length > limit);
  return {
    most: Math.max(0, ...groups.map((group) => group.length)),
    rows: groups.flat().toSorted((a, b) => a - b),
  };
}

/** Any ten minutes, not those of the clock: two pointers over the votes in time. */
function crowdedMinutes({ table }: Scene, e: number, limit: number): Crossing {
  const { castAt, start } = table;
  const rows: number[] = [];
  let most = 0;
  let taken = start[e]!;
  for (let last = start[e]!, first = last; last < start[e + 1]!; last += 1) {
    while (castAt[last]! - castAt[first]! >= thresholds.velocity.binMs) first += 1;
    const count = last - first + 1;
    if (count <= limit) continue;
    most = Math.max(most, count);
    for (taken = Math.max(taken, first); taken <= last; taken += 1) rows.push(taken);
  }
  return { most, rows };
}

const rowsOf = ({ start }: Scene['table'], e: number): number[] =>
  Array.from({ length: start[e + 1]! - start[e]! }, (_, i) => start[e]! + i);
