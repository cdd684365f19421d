import type { Draft, Step } from './draft';

const advices = ['openPages', 'noLadder', 'lotWithoutSeed', 'quorum', 'fewJudges'] as const;
export type ScoringAdvice = (typeof advices)[number];

export const stepOfAdvice: Record<ScoringAdvice, Step> = {
  fewJudges: 'method',
  quorum: 'score',
  noLadder: 'ties',
  lotWithoutSeed: 'ties',
  openPages: 'judges',
};

/** What lies outside the rule and bears on it. */
export interface Circumstances {
  /** Everybody can read on the public pages which organization runs an entry. */
  showsOrganizations: boolean;
  /** The fewest judges that a panel of the stage gives an entry; null: no panel yet. */
  judgesPerEntry: number | null;
  /** The key of the criterion that weighs most. */
  heaviest: string | null;
  /** Public, and known before anybody could wish for another one. */
  seed: string;
}

/** From fewer judges than this, leaving marks out leaves too little. */
const enoughToDrop = 5;

/** What experience says against a rule before it is declared. */
export function adviceOn(draft: Draft, { showsOrganizations, judgesPerEntry }: Circumstances): ScoringAdvice[] {
  const says: Record<ScoringAdvice, boolean> = {
    openPages: draft.isBlind && showsOrganizations,
    noLadder: draft.ties.length === 0,
    lotWithoutSeed: draft.ties.includes('LOT') && draft.lotSeed.trim() === '',
    quorum: draft.quorum.trim() === '1',
    fewJudges: draft.method === 'TRIMMED_MEAN' && judgesPerEntry !== null && judgesPerEntry < enoughToDrop,
  };
  return advices.filter((advice) => says[advice]);
}

/** Blind judging beside open pages is left to the organizers to think about; the rest one press can do. */
export function takeAdvice(draft: Draft, advice: ScoringAdvice, { heaviest, seed }: Circumstances): Draft {
  switch (advice) {
    case 'noLadder':
      return { ...draft, ties: [...(heaviest === null ? [] : [`CRITERION:${heaviest}`]), 'FIRSTS', 'HEAD_TO_HEAD'] };
    case 'lotWithoutSeed':
      return { ...draft, lotSeed: seed };
    case 'quorum':
      return { ...draft, quorum: '3' };
    case 'fewJudges':
      return { ...draft, method: 'MEDIAN' };
    default:
      return draft;
  }
}
