import { type Method, type Pool, type ScoringRule } from '../contract.ts';
import { type Declared, leaveOneOut } from './leave-one-out.ts';
import { place } from '../ties/placing.ts';
import { type PreparedPool, preparePool } from '../pool/index.ts';
import { checkRule } from '../scorers/score.ts';
import { tieLadder } from '../ties/tie-ladder.ts';
import { declaredTotals, type Skipped, totalsAnotherWay } from '../scorers/totals.ts';

/** Ranks 1 to upTo get the award of this line or a better one. */
export interface AwardLine {
  key: string;
  upTo: number;
}

type Way =
  | { kind: 'METHOD'; method: Method; dropHighest: number; dropLowest: number }
  | { kind: 'WITHOUT_JUDGE'; judge: string };

export interface WayResult {
  way: Way;
  /** Why the way was skipped; null where it was taken. */
  skipped: Skipped | null;
  /** One per line; empty where skipped. `in` and `out`: entries that come above the line this way, or no longer do. */
  lines: readonly { key: string; isUnchanged: boolean; in: readonly string[]; out: readonly string[] }[];
}

interface LineResult extends AwardLine {
  /** In how many of `ways`, skipped ones left out, the entries above the line are the same. */
  unchanged: number;
  ways: number;
  /** The methods under which the line would differ, and the judges without whom it would. */
  methods: readonly Method[];
  judges: readonly string[];
}

interface RankInterval {
  entry: string;
  /** As declared; all three are null without a score. */
  rank: number | null;
  best: number | null;
  worst: number | null;
}

export interface Robustness {
  ways: readonly WayResult[];
  lines: readonly LineResult[];
  /** In the order of the pool's entries. */
  intervals: readonly RankInterval[];
}

/** Every pair of entries, for a mere comparison, only up to here. */
const COPELAND_WAY_LIMIT = 300;

const methods: readonly Pick<ScoringRule, 'method' | 'dropHighest' | 'dropLowest'>[] = [
  { method: 'MEAN', dropHighest: 0, dropLowest: 0 },
  { method: 'TRIMMED_MEAN', dropHighest: 1, dropLowest: 1 },
  { method: 'MEDIAN', dropHighest: 0, dropLowest: 0 },
  { method: 'RANK_POINTS', dropHighest: 0, dropLowest: 0 },
  { method: 'Z_SCORE', dropHighest: 0, dropLowest: 0 },
  { method: 'LINEAR', dropHighest: 0, dropLowest: 0 },
  { method: 'JUDGE_EFFECT', dropHighest: 0, dropLowest: 0 },
  { method: 'COPELAND', dropHighest: 0, dropLowest: 0 },
];

/**
 * How far the result depends on the method and on single judges: the same marks under every other method, and with the
 * declared method without each judge in turn. Roundings and the tie ladder stay as declared. The field stays as well: only
 * entries with a score as declared are compared, the quorum is not asked again, and a way that leaves one of them without
 * a score is skipped.
 */
export function robustness(rule: ScoringRule, given: Pool | PreparedPool, lines: readonly AwardLine[]): Robustness {
  checkRule(rule);
  const pool = preparePool(given);
  const totals = declaredTotals(rule, pool);
  const ladder = tieLadder(rule, pool);
  const declared: Declared = { rule, pool, totals, ladder, placing: place(totals, ladder) };
  const { best, worst, compare } = comparison(declared, lines);
  const without = leaveOneOut(declared);
  const ways: WayResult[] = [
    ...methods
      .filter((other) => !isDeclared(rule, other))
      .map((other) => compare({ kind: 'METHOD', ...other }, ranksUnder(declared, { ...rule, ...other }))),
    ...pool.judges.map((judge, index) => compare({ kind: 'WITHOUT_JUDGE', judge }, without(index))),
  ];
  const rankOf = (ranks: Int32Array, entry: number) => ranks[entry] || null;
  return {
    ways,
    lines: lines.map((line, index) => summaryOf(line, index, ways)),
    intervals: pool.pool.entries.map(({ id }, entry) => ({
      entry: id,
      rank: rankOf(declared.placing.ranks, entry),
      best: rankOf(best, entry),
      worst: rankOf(worst, entry),
    })),
  };
}

function isDeclared(rule: ScoringRule, other: (typeof methods)[number]): boolean {
  if (rule.method !== other.method) return false;
  const isSameDrop = rule.dropHighest === other.dropHighest && rule.dropLowest === other.dropLowest;
  return rule.method !== 'TRIMMED_MEAN' || isSameDrop;
}

function ranksUnder({ pool, placing }: Declared, rule: ScoringRule): Int32Array | Skipped {
  const entries = pool.pool.entries.length;
  if (rule.method === 'COPELAND' && entries > COPELAND_WAY_LIMIT) return { reason: 'TOO_MANY_ENTRIES', entries };
  const totals = new Float64Array(entries).fill(NaN);
  return totalsAnotherWay(rule, pool, placing.order, totals) ?? place(totals, tieLadder(rule, pool)).ranks;
}

/** Compares ranks with the declared ones, way by way, and keeps the best and the worst of each entry; 0: not in the field. */
function comparison({ pool, placing }: Declared, lines: readonly AwardLine[]) {
  const { entries } = pool.pool;
  const best = placing.ranks.slice();
  const worst = placing.ranks.slice();
  const compare = (way: Way, ranks: Int32Array | Skipped): WayResult => {
    if (!(ranks instanceof Int32Array)) return { way, skipped: ranks, lines: [] };
    for (let entry = 0; entry < ranks.length; entry++) {
      const rank = ranks[entry]!;
      if (rank < best[entry]!) best[entry] = rank;
      if (rank > worst[entry]!) worst[entry] = rank;
    }
    return { way, skipped: null, lines: lines.map((line) => changesAt(line, ranks)) };
  };
  const changesAt = ({ key, upTo }: AwardLine, ranks: Int32Array): WayResult['lines'][number] => {
    const incoming: string[] = [];
    const outgoing: string[] = [];
    for (let entry = 0; entry < ranks.length; entry++) {
      const isAbove = ranks[entry]! <= upTo;
      if (isAbove === placing.ranks[entry]! <= upTo) continue;
      (isAbove ? incoming : outgoing).push(entries[entry]!.id);
    }
    return { key, isUnchanged: incoming.length + outgoing.length === 0, in: incoming, out: outgoing };
  };
  return { best, worst, compare };
}

function summaryOf(line: AwardLine, index: number, ways: readonly WayResult[]): LineResult {
  const taken = ways.filter(({ skipped }) => skipped === null);
  const changed = taken.filter(({ lines }) => !lines[index]!.isUnchanged).map(({ way }) => way);
  return {
    ...line,
    unchanged: taken.length - changed.length,
    ways: taken.length,
    methods: changed.flatMap((way) => (way.kind === 'METHOD' ? way.method : [])),
    judges: changed.flatMap((way) => (way.kind === 'WITHOUT_JUDGE' ? way.judge : [])),
  };
}
