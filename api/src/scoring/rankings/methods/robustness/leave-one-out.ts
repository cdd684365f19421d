import { type ScoringRule } from '../contract.ts';
import { place, type Placing } from '../ties/placing.ts';
import type { PreparedPool } from '../pool/index.ts';
import { localRanks } from './local-ranks.ts';
import { isLocal } from '../scorers/scorer.ts';
import { type TieLadder, tieLadder } from '../ties/tie-ladder.ts';
import { type Skipped, totalsAnotherWay } from '../scorers/totals.ts';

/** What is declared, all computed with every judge. */
export interface Declared {
  rule: ScoringRule;
  pool: PreparedPool;
  totals: Float64Array;
  placing: Placing;
  ladder: TieLadder;
}

/** Judges × sheets up to which the judge effects are solved anew for every judge: some seconds. */
const REFIT_LIMIT = 10_000_000;

/**
 * The ranks without one judge after the other. Most methods judge each sheet without regard to the other judges, so that
 * only the entries the judge marked get another total, and the others are merely shifted (local-ranks.ts). The result is
 * the same as from the beginning. It may be written into the same array each time.
 */
export function leaveOneOut(declared: Declared): (judge: number) => Int32Array | Skipped {
  const { rule, pool, ladder, placing } = declared;
  if (rule.method === 'JUDGE_EFFECT' && pool.judges.length * pool.sheetEntry.length > REFIT_LIMIT)
    return () => ({ reason: 'TOO_LARGE', entries: placing.order.length });
  const shifted = isLocal(rule) ? localRanks(declared) : null;
  const isMarked = new Uint8Array(declared.totals.length);
  return (judge) => {
    const marked = markedBy(declared, judge);
    isMarked.fill(0);
    for (const entry of marked) isMarked[entry] = 1;
    const totals = declared.totals.slice();
    const skipped = totalsAnotherWay(rule, pool, shifted ? marked : placing.order, totals, judge);
    if (skipped) return skipped;
    const without = tieLadder(rule, pool, judge, { ladder, isMarked: (entry) => isMarked[entry] === 1 });
    return shifted
      ? shifted({ changed: marked, isChanged: isMarked, totals, ladder: without })
      : place(totals, without).ranks;
  };
}

/** The entries with a declared score that a judge has a sheet for. */
function markedBy({ pool, placing }: Declared, judge: number): number[] {
  const sheets = pool.judgeSheets.subarray(pool.judgeStart[judge], pool.judgeStart[judge + 1]);
  return Array.from(sheets, (sheet) => pool.sheetEntry[sheet]!).filter((entry) => placing.ranks[entry]! > 0);
}
