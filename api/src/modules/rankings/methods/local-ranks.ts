import { type Placing } from './placing.ts';
import { SHARED, type TieLadder } from './tie-ladder.ts';

/** Some entries with another total, or with other keys on the tie ladder; all others have what they had. */
export interface Change {
  marked: readonly number[];
  isMarked: Uint8Array;
  totals: Float64Array;
  ladder: TieLadder;
}

/** Entries in their order, with ranks from 1 among themselves. */
interface Ordered {
  members: readonly number[];
  ranks: readonly number[];
}

/** Entries with equal totals; a run has equal keys on the ladder's steps before the first that looks at the group. */
interface Group extends Ordered {
  total: number;
  runs: readonly Ordered[];
}

/**
 * The ranks of all entries when a few change. Of the groups of equal totals that a changed entry leaves or joins, the
 * runs it leaves or joins are put in order again; all other groups keep theirs and are shifted. A run is what the steps
 * that look at the group as a whole may depend on, so nothing outside it needs to be asked.
 */
export function localRanks(
  declared: Float64Array,
  placing: Placing,
  ladder: TieLadder,
): (change: Change) => Int32Array {
  const groups = groupsOf(declared, placing, ladder);
  const groupAt = new Map(groups.map((group) => [group.total, group]));
  const ranks = new Int32Array(declared.length);

  return (change) => {
    const newcomers = new Map<number, number[]>();
    const touch = (total: number) => {
      const known = newcomers.get(total);
      if (known) return known;
      const none: number[] = [];
      newcomers.set(total, none);
      return none;
    };
    for (const entry of change.marked) {
      touch(declared[entry]!);
      touch(change.totals[entry]!).push(entry);
    }
    const arising = [...newcomers.keys()].filter((total) => !groupAt.has(total)).toSorted((a, b) => b - a);
    let before = 0;
    let next = 0;
    const put = ({ members, ranks: within }: Ordered) => {
      for (let i = 0; i < members.length; i++) ranks[members[i]!] = before + within[i]!;
      before += members.length;
    };
    const putRuns = (runs: readonly Ordered[], total: number) => {
      for (const run of changedRuns(runs, newcomers.get(total)!, change)) put(run);
    };
    for (const group of groups) {
      while (next < arising.length && arising[next]! > group.total) putRuns([], arising[next++]!);
      if (newcomers.has(group.total)) putRuns(group.runs, group.total);
      else put(group);
    }
    while (next < arising.length) putRuns([], arising[next++]!);
    return ranks;
  };
}

/** The runs of a group without its changed members and with the newcomers, each where its keys put it. */
function changedRuns(runs: readonly Ordered[], newcomers: number[], { isMarked, ladder }: Change): Ordered[] {
  const arriving = newcomers.toSorted(ladder.compareAlone);
  const result: Ordered[] = [];
  let next = 0;
  for (const run of runs) {
    const kept = run.members.some((member) => isMarked[member])
      ? run.members.filter((member) => !isMarked[member])
      : null;
    const representative = (kept ?? run.members)[0];
    if (representative === undefined) continue;
    let order = -1;
    while (next < arriving.length && (order = ladder.compareAlone(arriving[next]!, representative)) < 0)
      next = takeEqual(arriving, next, ladder, result);
    const joining: number[] = [];
    while (next < arriving.length && order === 0) {
      joining.push(arriving[next++]!);
      if (next < arriving.length) order = ladder.compareAlone(arriving[next]!, representative);
    }
    result.push(kept || joining.length > 0 ? inOrder([...(kept ?? run.members), ...joining], ladder) : run);
  }
  while (next < arriving.length) next = takeEqual(arriving, next, ladder, result);
  return result;
}

/** A run made of newcomers alone. */
function takeEqual(arriving: readonly number[], from: number, ladder: TieLadder, into: Ordered[]): number {
  let to = from + 1;
  while (to < arriving.length && ladder.compareAlone(arriving[from]!, arriving[to]!) === 0) to++;
  into.push(inOrder(arriving.slice(from, to), ladder));
  return to;
}

function inOrder(run: readonly number[], ladder: TieLadder): Ordered {
  if (run.length === 1) return { members: run, ranks: [1] };
  const { members, steps } = ladder.resolve(run, ladder.loneSteps);
  let rank = 0;
  return { members, ranks: steps.map((step, i) => (rank = i > 0 && step === SHARED ? rank : i + 1)) };
}

function groupsOf(totals: Float64Array, { order, steps, ranks }: Placing, { loneSteps }: TieLadder): Group[] {
  const isSame = (i: number) => i > 0 && totals[order[i]!] === totals[order[i - 1]!];
  const isSameRun = (i: number) => isSame(i) && (steps[i] === SHARED || steps[i]! >= loneSteps);
  const ordered = (from: number, to: number): Ordered => {
    const members = [...order.subarray(from, to)];
    return { members, ranks: members.map((member) => ranks[member]! - from) };
  };
  const groups: Group[] = [];
  for (let from = 0, to = 0; from < order.length; from = to) {
    const runs: Ordered[] = [];
    for (let start = from; start === from || (start < order.length && isSame(start)); start = to) {
      to = start + 1;
      while (to < order.length && isSameRun(to)) to++;
      runs.push(ordered(start, to));
    }
    groups.push({ total: totals[order[from]!]!, runs, ...ordered(from, to) });
  }
  return groups;
}
