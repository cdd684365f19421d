import { ReviewVerdict } from '../decision.entity.ts';

export interface Word {
  verdict: ReviewVerdict;
  isSettling: boolean;
}

type Settled = ReviewVerdict.ACCEPT | ReviewVerdict.REJECT;

interface Consensus {
  /** Null while it is open. */
  settled: Settled | null;
  /** Whether reviewers say different things, and nobody has settled it. */
  isSplit: boolean;
  /** Whether it takes one word more to settle it, whoever says it: all who are needed have spoken, and differ. */
  awaitsSettling: boolean;
}

/**
 * What the words that stand on one revision come to. So many as are needed must say the same; where all have spoken, two
 * at least, and have not agreed, one settling word decides. A return settles nothing: it asks for another revision.
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
