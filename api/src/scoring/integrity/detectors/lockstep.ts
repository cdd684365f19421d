import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { PairCounter } from './pair-counter.ts';
import type { Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/** For each voter the entries they chose, each once, in one array: those of voter v are from at[v] to at[v + 1]. */
interface Chosen {
  at: Int32Array;
  entries: Int32Array;
}

/** Who belongs together by nature: positions of entries to organizations and to regions. */
interface Kinship {
  organizations: Int32Array;
  regions: Int32Array;
}

interface Lockstep {
  /** In step although nothing links the entries. */
  strangers: Map<number, EntrySignal>;
  /** Also in step within one region, where neighbors do so honestly. */
  neighbors: Map<number, EntrySignal>;
}

/**
 * Many voters who choose the same entries: a farm that serves several clients, and votes at random besides to look
 * like people. After CopyCatch and StarScout, on sets of entries instead of time windows.
 *
 * Pairs are counted voter by voter, never voter against voter. A pair (i, j) is a candidate when at least 50 voters
 * chose both, at least twice as many as chance would have among voters of several entries (configuration model:
 * choices of i × choices of j × Σ d(d − 1) ÷ (Σ d)², d being the number of a voter's choices). It is in step with a
 * third entry k when of those who chose any two of the three at least 60 % chose the other; two alone are in step when
 * those who chose both are at least 40 % of those who chose either.
 *
 * Honest people do this, too: in the real vote of Wieliczka (2023, 6,586 ballots) it holds for 39 of 64 entries,
 * because villages vote for all that is theirs. So entries of one organization are never in step, and entries of one
 * region are so for people to know, not to be held. Clients of a farm who live next door to each other are not held
 * either, then; that is the price.
 *
 * Belonging: votes for entries in step by voters who chose three of them (or both of two). Their other votes are not
 * touched.
 */
export function* lockstep(scene: Scene, { organizations, regions }: Kinship): Generator<void, Lockstep> {
  const chosen = chosenBy(scene);
  yield;
  const pairs = yield* countPairs(scene, chosen);
  const likely = candidatePairs(scene, chosen, pairs);
  yield;
  const isSister = (a: number, b: number) => organizations[a] === organizations[b];
  const isKin = (a: number, b: number) => isSister(a, b) || regions[a] === regions[b];
  const inStep = function* (areLinked: (a: number, b: number) => boolean) {
    const groups = yield* groupsOf(scene, chosen, pairs, likely, areLinked);
    return signalsOf(scene, chosen, groups);
  };
  return { strangers: yield* inStep(isKin), neighbors: yield* inStep(isSister) };
}

interface Pair {
  a: number;
  b: number;
  count: number;
}

function* groupsOf(
  scene: Scene,
  chosen: Chosen,
  pairs: PairCounter,
  likely: readonly Pair[],
  areLinked: (a: number, b: number) => boolean,
): Generator<void, Groups> {
  const { both, mostPairs } = thresholds.lockstep;
  const groups = new Groups(scene.table.entries.length);
  for (const { a, b, count } of likely.filter((pair) => !areLinked(pair.a, pair.b)).slice(0, mostPairs)) {
    const total = votersOf(scene, a) + votersOf(scene, b) - count;
    if (count >= both * total) groups.join(a, b);
    for (const k of thirdsOf(scene, chosen, pairs, { a, b, count })) {
      if (areLinked(a, k) || areLinked(b, k)) continue;
      groups.join(a, b);
      groups.join(a, k);
    }
    yield;
  }
  return groups;
}

function chosenBy({ table, choices }: Scene): Chosen {
  const { size, voters, voter, entry } = table;
  const at = new Int32Array(voters + 1);
  for (let v = 0; v < voters; v += 1) at[v + 1] = at[v]! + choices[v]!;
  const next = at.slice(0, voters);
  const entries = new Int32Array(at[voters]!);
  for (let row = 0; row < size; row += 1) {
    const v = voter[row]!;
    const place = next[v]!;
    if (place > at[v]! && entries[place - 1] === entry[row]) continue;
    entries[place] = entry[row]!;
    next[v] = place + 1;
  }
  return { at, entries };
}

function* countPairs({ table }: Scene, { at, entries }: Chosen): Generator<void, PairCounter> {
  const pairs = new PairCounter(table.entries.length);
  for (let v = 0; v < table.voters; v += 1) {
    const from = at[v]!;
    const to = Math.min(at[v + 1]!, from + thresholds.lockstep.mostEntries);
    for (let i = from; i < to; i += 1) for (let j = i + 1; j < to; j += 1) pairs.add(entries[i]!, entries[j]!);
    if (v % 2_048 === 0) yield;
  }
  return pairs;
}

/** Most voters first. */
function candidatePairs({ table, choices }: Scene, chosen: Chosen, pairs: PairCounter): Pair[] {
  const degree = new Float64Array(table.entries.length);
  let degrees = 0;
  let couples = 0;
  for (let v = 0; v < table.voters; v += 1) {
    const d = choices[v]!;
    if (d < 2) continue;
    degrees += d;
    couples += d * (d - 1);
    for (let i = chosen.at[v]!; i < chosen.at[v + 1]!; i += 1) degree[chosen.entries[i]!]! += 1;
  }
  const { fewest, lift } = thresholds.lockstep;
  const byChance = (a: number, b: number) => (degree[a]! * degree[b]! * couples) / degrees ** 2;
  return [...pairs.atLeast(fewest)]
    .filter(({ a, b, count }) => count >= lift * byChance(a, b))
    .toSorted((x, y) => y.count - x.count);
}

/** Different voters of an entry: its rows, less those of voters who voted for it on several days. */
function votersOf({ table }: Scene, e: number): number {
  return new Set(table.voter.subarray(table.start[e], table.start[e + 1])).size;
}

/** Entries that those who chose a and b also chose, as nearly all who chose two of the three did. */
function thirdsOf({ table }: Scene, chosen: Chosen, pairs: PairCounter, { a, b, count }: Pair): number[] {
  const ofA = new Set(table.voter.subarray(table.start[a], table.start[a + 1]));
  const thirds = new Map<number, number>();
  for (const v of new Set(table.voter.subarray(table.start[b], table.start[b + 1]))) {
    if (!ofA.has(v)) continue;
    for (let i = chosen.at[v]!; i < chosen.at[v + 1]!; i += 1) {
      const k = chosen.entries[i]!;
      thirds.set(k, (thirds.get(k) ?? 0) + 1);
    }
  }
  const { fewest, third } = thresholds.lockstep;
  const isThird = (k: number, all: number) =>
    k !== a && k !== b && all >= fewest && all >= third * Math.max(count, pairs.of(a, k), pairs.of(b, k));
  return [...thirds].filter(([k, all]) => isThird(k, all)).map(([k]) => k);
}

/** Entries that are in step with each other, directly or through others. */
class Groups {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  of(e: number): number {
    let root = e;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[e] = root;
    return root;
  }

  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b);
  }
}

function signalsOf({ table }: Scene, chosen: Chosen, groups: Groups): Map<number, EntrySignal> {
  const entries = Map.groupBy(table.entries.keys(), (e) => groups.of(e));
  const sizes = new Map([...entries].map(([group, list]) => [group, list.length]));
  const signals = new Map<number, EntrySignal>();
  const isMember = (v: number, group: number, needed: number) => {
    let count = 0;
    for (let i = chosen.at[v]!; i < chosen.at[v + 1]!; i += 1) {
      if (groups.of(chosen.entries[i]!) === group) count += 1;
    }
    return count >= needed;
  };
  for (const [group, list] of entries) {
    const needed = Math.min(3, sizes.get(group) ?? 0);
    if (needed < 2) continue;
    for (const e of list) {
      const rows: number[] = [];
      const members = new Set<number>();
      for (let row = table.start[e]!; row < table.start[e + 1]!; row += 1) {
        const v = table.voter[row]!;
        if (!members.has(v) && !isMember(v, group, needed)) continue;
        members.add(v);
        rows.push(row);
      }
      const { fewest } = thresholds.lockstep;
      if (members.size < fewest) continue;
      signals.set(e, { detector: VoteDetector.LOCKSTEP, value: members.size, threshold: fewest, rows });
    }
  }
  return signals;
}
