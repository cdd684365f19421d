import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { dateOf } from './night-share.ts';
import { isFresh, type Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/**
 * What is held, out of all that is noticed. Velocity, one network, single-entry voters and fresh identities come in
 * together when a class votes and when a data center does, and no threshold separates the two. Night, beat and lockstep
 * do. So, in this order, each vote once:
 *
 * 1. declared thresholds: the rule was public, and says so;
 * 2. lockstep of entries that nothing links, and 3. a beat: people do neither by chance;
 * 4. night, if the night's voters came for this entry alone (≥ 85 %) or signed up for it (≥ 75 %), which night shifts
 *    did not: the night votes, and of the same day those that are single-entry and fresh at once, since what ran at
 *    night ran by day as well;
 * 5. a concentrated burst: votes inside the burst's minutes and out of the one network, at least 50, and single-entry
 *    (≥ 85 %) or fresh (≥ 75 %). This holds the data center and the honest school alike, and people decide; a chat group on many phones' networks is noticed and not held.
 *
 * Everything else is noticed only. Neighbors who vote for all their local entries are in step as well. Paid people with aged
 * accounts, in daytime, on their own phones, trip single-entry alone and are not held: the ballot's minimum of choices and
 * the weight of the public vote limit what they can do.
 */
export function heldOf(scene: Scene, signals: readonly EntrySignal[]): EntrySignal[] {
  const of = (detector: VoteDetector) => signals.find((signal) => signal.detector === detector);
  const taken = new Set<number>();
  const held: EntrySignal[] = [];
  const hold = (signal: EntrySignal | null | undefined) => {
    const rows = signal?.rows.filter((row) => !taken.has(row)) ?? [];
    if (!signal || rows.length === 0) return;
    for (const row of rows) taken.add(row);
    held.push({ ...signal, rows });
  };
  hold(of(VoteDetector.DECLARED_NIGHT));
  hold(of(VoteDetector.DECLARED_BURST));
  hold(of(VoteDetector.DECLARED_NETWORK));
  hold(of(VoteDetector.LOCKSTEP));
  hold(of(VoteDetector.REGULARITY));
  hold(sleepless(scene, of(VoteDetector.NIGHT_SHARE)));
  hold(concentrated(scene, of(VoteDetector.VELOCITY), of(VoteDetector.NETWORK_SHARE)));
  return held;
}

/** Whether most of a group came for the entry alone, or signed up just before. */
function cameForIt({ table, choices }: Scene, rows: readonly number[]): boolean {
  let single = 0;
  let fresh = 0;
  for (const row of rows) {
    if (choices[table.voter[row]!] === 1) single += 1;
    if (isFresh(table, row)) fresh += 1;
  }
  const { company } = thresholds;
  return single >= company.single * rows.length || fresh >= company.fresh * rows.length;
}

function sleepless(scene: Scene, night: EntrySignal | undefined): EntrySignal | null {
  if (!night || !cameForIt(scene, night.rows)) return null;
  const { table, choices, offsetAt } = scene;
  const dateAt = (row: number) => dateOf(table.castAt[row]! + offsetAt(table.castAt[row]!));
  const dates = new Set(night.rows.map(dateAt));
  const atNight = new Set(night.rows);
  const entry = table.entry[night.rows[0]!]!;
  const rows: number[] = [];
  for (let row = table.start[entry]!; row < table.start[entry + 1]!; row += 1) {
    const isAlike = choices[table.voter[row]!] === 1 && isFresh(table, row);
    if (atNight.has(row) || (isAlike && dates.has(dateAt(row)))) rows.push(row);
  }
  return { ...night, rows };
}

function concentrated(
  scene: Scene,
  burst: EntrySignal | undefined,
  network: EntrySignal | undefined,
): EntrySignal | null {
  if (!burst || !network) return null;
  const inBurst = new Set(burst.rows);
  const rows = network.rows.filter((row) => inBurst.has(row));
  if (rows.length < thresholds.fewestVotes || !cameForIt(scene, rows)) return null;
  return {
    detector: VoteDetector.CONCENTRATED_BURST,
    value: rows.length,
    threshold: thresholds.fewestVotes,
    rows,
  };
}
