import { type ScoringRule } from '../contract.ts';
import { proposeStep } from './conjugate-gradient.ts';
import {
  countComplete,
  exactTotal,
  once,
  type Outcome,
  type PreparedPool,
  type Scorer,
  sheetTotals,
} from '../pool/index.ts';
import { powerOfTen, rounded } from '../fraction.ts';
import { type JudgeGraph, judgeGraph } from './judge-graph.ts';
import { SCORE_PLACES } from './z-score.ts';

/** Decimals in which effects are solved for. */
const EFFECT_PLACES = 50;

/**
 * JUDGE_EFFECT: the additive two-way model t_ej = μ + α_e + β_j over all complete sheets, by least squares (Yates 1934,
 * for unequal numbers). β_j says by how much judge j marks above the others, with Σ β_j = 0; score: μ + α_e, which is the
 * mean over the entry's judges of t_ej − β_j. A severe judge no longer costs an entry anything.
 *
 * Judges whose entries never meet, not even through others, cannot be compared: in each such component Σ β_j = 0 holds by
 * itself. Scores of two components then compare as far as their judges are as severe on average as one another, which
 * the marks do not show.
 */
export function judgeEffect(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  const totals = sheetTotals(pool, rule.scale);
  const effects = effectsOf(pool, rule.scale, without);
  const unit = powerOfTen(EFFECT_PLACES);
  return (entry): Outcome => {
    const { sheets, reason } = countComplete(rule, pool, entry, without);
    if (reason) return { sheets, value: null, reason };
    let sum = 0n;
    for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
      const judge = pool.sheetJudge[s]!;
      if (totals.isComplete[s] && judge !== without)
        sum += unit * exactTotal(totals, totals.order[s]!) - effects[judge]!;
    }
    const value = rounded({ n: sum, d: unit * totals.denominator * BigInt(sheets) }, SCORE_PLACES);
    return { sheets, value, reason: null };
  };
}

/** β per judge, in units of 10^-50 of the totals' own (which are times their denominator). */
export function effectsOf(pool: PreparedPool, scale: ScoringRule['scale'], without: number): readonly bigint[] {
  return once(pool, `effects ${scale} ${without}`, () => solve(pool, scale, without));
}

/** What is divided out of `effectsOf` to get marks. */
export function effectUnit(pool: PreparedPool, scale: ScoringRule['scale']): bigint {
  return powerOfTen(EFFECT_PLACES) * sheetTotals(pool, scale).denominator;
}

/**
 * Iterative refinement (Wilkinson 1963): what the present β leave unexplained is computed in whole numbers, a step that
 * explains it is proposed in floating point, and so on until nothing is left but the last of 50 decimals. The result is
 * therefore right whatever the machine did on the way, to far more than the 30 decimals that are kept.
 */
function solve(pool: PreparedPool, scale: ScoringRule['scale'], without: number): bigint[] {
  const graph = judgeGraph(pool, sheetTotals(pool, scale), without);
  const totals = fixedTotals(pool, scale, graph);
  const effects = pool.judges.map(() => 0n);
  for (let round = 0; round < 1000; round++) {
    const residual = residualOf(pool, graph, totals, effects);
    // Each sheet's entry is cut to a whole unit, so a difference below one unit per sheet means nothing.
    if (residual.every((value) => Math.abs(Number(value)) <= graph.sheets.length)) return centred(graph, effects);
    const step = proposeStep(pool, graph, Float64Array.from(residual, Number));
    for (let j = 0; j < effects.length; j++) effects[j]! += BigInt(Math.round(step[j]!));
  }
  throw new Error('The judge effects did not settle.');
}

interface FixedTotals {
  /** Per judge and per entry the sum of their totals, in units of 10^-50. */
  byJudge: bigint[];
  byEntry: bigint[];
}

function fixedTotals(pool: PreparedPool, scale: ScoringRule['scale'], { sheets }: JudgeGraph): FixedTotals {
  const totals = sheetTotals(pool, scale);
  const unit = powerOfTen(EFFECT_PLACES);
  const byJudge = pool.judges.map(() => 0n);
  const byEntry = pool.pool.entries.map(() => 0n);
  for (const sheet of sheets) {
    const total = exactTotal(totals, totals.order[sheet]!);
    byJudge[pool.sheetJudge[sheet]!]! += total;
    byEntry[pool.sheetEntry[sheet]!]! += total;
  }
  return { byJudge: byJudge.map((sum) => sum * unit), byEntry: byEntry.map((sum) => sum * unit) };
}

/** Per judge Σ over its sheets of t − β_j − (the entry's score under these β); zero for all is the solution. */
function residualOf(pool: PreparedPool, graph: JudgeGraph, totals: FixedTotals, effects: readonly bigint[]): bigint[] {
  const { sheets, judgeCount, entryCount } = graph;
  const residual = totals.byJudge.map((sum, j) => sum - BigInt(judgeCount[j]!) * effects[j]!);
  for (let i = 0; i < sheets.length;) {
    const entry = pool.sheetEntry[sheets[i]!]!;
    const end = i + entryCount[entry]!;
    let sum = totals.byEntry[entry]!;
    for (let k = i; k < end; k++) sum -= effects[pool.sheetJudge[sheets[k]!]!]!;
    const score = sum / BigInt(entryCount[entry]!);
    for (; i < end; i++) residual[pool.sheetJudge[sheets[i]!]!]! -= score;
  }
  return residual;
}

/** Σ β_j = 0 within each component. */
function centred({ members }: JudgeGraph, effects: bigint[]): bigint[] {
  for (const judges of members.values()) {
    const mean = judges.reduce((sum, j) => sum + effects[j]!, 0n) / BigInt(judges.length);
    for (const j of judges) effects[j]! -= mean;
  }
  return effects;
}
