import { ReviewVerdict } from '../decision.entity.ts';

export interface Word {
  verdict: ReviewVerdict;
  isSettling: boolean;
}

type Settled = ReviewVerdict.ACCEPT | ReviewVerdict.REJECT;

interface Consensus {
  /** Null while it is open. */
  settled: Settled | null;
  /** Whether reviewers differ and nobody has settled it. */
  isSplit: boolean;
  /** Whether one more verdict has to settle it: all who are needed have decided, and differ. */
  awaitsSettling: boolean;
}

/**
 * The outcome of the verdicts that stand on one revision. The number that is needed must agree; where all have decided, two
 * at least, and differ, one settling verdict decides. A return settles nothing: it asks for another revision.
 */
export function consensusOf(words: readonly Word[], needed: number): Consensus {
  const settling = words.find(({ isSettling }) => isSettling);
  const spoken = words.filter(({ isSettling, verdict }) => !isSettling && verdict !== ReviewVerdict.RETURN);
  const saying = (verdict: ReviewVerdict) => spoken.filter((word) => word.verdict === verdict).length;
  const agreed = ([ReviewVerdict.ACCEPT, ReviewVerdict.REJECT] as const).find((verdict) => saying(verdict) >= needed);
  const settled = (settling?.verdict as Settled | undefined) ?? agreed ?? null;
  const isSplit = !settled && saying(ReviewVerdict.ACCEPT) > 0 && saying(ReviewVerdict.REJECT) > 0;
  return { settled, isSplit, awaitsSettling: isSplit && spoken.length >= Math.max(2, needed) };
}
