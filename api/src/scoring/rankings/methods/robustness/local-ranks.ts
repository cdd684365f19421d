import { type Placing } from '../ties/placing.ts';
import { SHARED, type TieLadder } from '../ties/tie-ladder.ts';

/** What is declared, with every judge. */
interface Before {
  totals: Float64Array;
  placing: Placing;
  ladder: TieLadder;
}

/** Some entries with another total, or with other keys on the tie ladder; all others have what they had. */
interface Change {
  changed: readonly number[];
  isChanged: Uint8Array;
  totals: Float64Array;
  ladder: TieLadder;
}

/**
 * The declared order, cut into runs: entries with equal totals and equal keys on the steps of the ladder before the first
 * that looks at a group. What such a step says depends on the run and on nothing outside it.
 */
interface Runs {
  order: Int32Array;
  /** The place at which each run begins, and the end of the last. */
  starts: number[];
  runOf: Int32Array;
}

/** In place of the declared order from `at` on, as long as `length`, other entries. */
interface Edit {
  at: number;
  length: number;
  members: number[];
}

/**
 * The ranks of all entries when a few change. Only the runs that a changed entry leaves or joins are put in order again;
 * all that stand between are shifted. The ranks are written into the same array each time.
 */
export function localRanks(before: Before): (change: Change) => Int32Array {
  const { placing } = before;
  const runs = runsOf(before);
  const ranks = new Int32Array(placing.ranks.length);
  return (change) => {
    let place = 0;
    let shift = 0;
    const keepUntil = (end: number) => {
      for (; place < end; place++) {
        const entry = runs.order[place]!;
        ranks[entry] = placing.ranks[entry]! + shift;
      }
    };
    for (const { at, length, members } of editsOf(before, runs, change)) {
      keepUntil(at);
      const { members: ordered, steps } = change.ladder.resolve(members, change.ladder.loneSteps);
      for (const [i, entry] of ordered.entries())
        ranks[entry] = i > 0 && steps[i] === SHARED ? ranks[ordered[i - 1]!]! : at + shift + i + 1;
      place += length;
      shift += members.length - length;
    }
    keepUntil(runs.order.length);
    return ranks;
  };
}

function editsOf(before: Before, runs: Runs, change: Change): Edit[] {
  const { changed, isChanged, totals, ladder } = change;
  const joining = new Map<number, number[]>(changed.map((entry) => [runs.runOf[entry]!, []]));
  const edits: Edit[] = [];
  const isEqualTo = (a: number, b: number) => totals[a] === totals[b] && ladder.compareAlone(a, b) === 0;
  const arriving = changed.toSorted((a, b) => totals[b]! - totals[a]! || ladder.compareAlone(a, b));
  for (const entry of arriving) {
    const { run, isEqual } = findRun(before, runs, change, entry);
    if (isEqual) {
      const members = joining.get(run);
      if (members) members.push(entry);
      else joining.set(run, [entry]);
      continue;
    }
    const at = runs.starts[run]!;
    const last = edits.at(-1);
    if (last?.at === at && isEqualTo(last.members[0]!, entry)) last.members.push(entry);
    else edits.push({ at, length: 0, members: [entry] });
  }
  for (const [run, members] of joining) {
    const declared = runs.order.subarray(runs.starts[run], runs.starts[run + 1]);
    const staying = declared.filter((entry) => !isChanged[entry]);
    edits.push({ at: runs.starts[run]!, length: declared.length, members: [...staying, ...members] });
  }
  // What arrives between two runs comes before the second.
  return edits.toSorted((a, b) => a.at - b.at || a.length - b.length);
}

/** The run an entry now belongs to, or else the first that comes after it. */
function findRun(
  { totals: declared, ladder: before }: Before,
  { order, starts }: Runs,
  { totals, ladder }: Change,
  entry: number,
): { run: number; isEqual: boolean } {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = order[starts[middle]!]!;
    const side = declared[other]! - totals[entry]! || ladder.compareAlone(entry, other, before);
    if (side === 0) return { run: middle, isEqual: true };
    if (side > 0) low = middle + 1;
    else high = middle;
  }
  return { run: low, isEqual: false };
}

function runsOf({ totals, placing: { order, steps }, ladder: { loneSteps } }: Before): Runs {
  const starts: number[] = [];
  const runOf = new Int32Array(totals.length);
  for (const [i, entry] of order.entries()) {
    const isSameTotal = i > 0 && totals[entry] === totals[order[i - 1]!];
    if (!isSameTotal || (steps[i] !== SHARED && steps[i]! < loneSteps)) starts.push(i);
    runOf[entry] = starts.length - 1;
  }
  return { order, starts: [...starts, order.length], runOf };
}
