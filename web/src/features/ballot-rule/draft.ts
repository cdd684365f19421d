import { adviceOn, ballotRuleInput, type BallotAdvice, type BallotRuleInput } from '@laurel/schema/ballot-rule';
import { boxOf, whole, wholeOrNull } from '../../forms/boxes';
import { judged, numberProblem, type Issue, type NumberProblem } from '../../forms/wizard/problems';
import { plainDecimal } from '../../ui/text/decimals';

/** What a ballot looks like: the style, and for ballots the method with it, as people see them. */
export const kinds = ['TAP', 'APPROVAL', 'POINTS', 'RANKED'] as const;
export type Kind = (typeof kinds)[number];

export const levels = ['OIDC', 'PHONE', 'EMAIL', 'DEVICE'] as const;
export type Level = (typeof levels)[number];
export const visibilities = ['HIDDEN', 'DELAYED', 'LIVE'] as const;
type Visibility = (typeof visibilities)[number];
export const publicForms = ['RANK_POINTS', 'SHARE'] as const;
type PublicForm = (typeof publicForms)[number];

/** Numbers as they stand in their boxes: an empty one is no number yet, or no limit. */
export interface Draft {
  kind: Kind;
  minChoices: string;
  maxChoices: string;
  maxPoints: string;
  maxSum: string;
  votesPerDay: string;
  votesPerStage: string;
  votesPerCategory: string;
  votesPerEntry: string;
  excludesOwnOrganization: boolean;
  mayRetract: boolean;
  levels: Level[];
  counts: Visibility;
  countDelayMinutes: string;
  countRounding: string;
  isExposureCorrected: boolean;
  exposureFloor: string;
  publicWeight: string;
  publicForm: PublicForm;
  nightVotes: string;
  burstVotes: string;
  networkVotes: string;
}
export type Field = keyof Draft;

export const steps = ['ballot', 'limits', 'voters', 'counts', 'weight', 'declare'] as const;
export type Step = (typeof steps)[number];

const stepOfField: Record<Field, Step> = {
  kind: 'ballot',
  minChoices: 'ballot',
  maxChoices: 'ballot',
  maxPoints: 'ballot',
  maxSum: 'ballot',
  votesPerDay: 'limits',
  votesPerStage: 'limits',
  votesPerCategory: 'limits',
  votesPerEntry: 'limits',
  excludesOwnOrganization: 'limits',
  mayRetract: 'limits',
  levels: 'voters',
  counts: 'counts',
  countDelayMinutes: 'counts',
  countRounding: 'counts',
  isExposureCorrected: 'counts',
  exposureFloor: 'counts',
  publicWeight: 'weight',
  publicForm: 'weight',
  nightVotes: 'weight',
  burstVotes: 'weight',
  networkVotes: 'weight',
};
export const stepOfAdvice: Record<BallotAdvice, Step> = {
  single: 'ballot',
  daily: 'limits',
  unverified: 'voters',
  live: 'counts',
  weight: 'weight',
  thresholds: 'weight',
};

export const draftOf = (rule: BallotRuleInput): Draft => ({
  kind: rule.style === 'TAP' ? 'TAP' : rule.method,
  minChoices: boxOf(rule.minChoices),
  maxChoices: boxOf(rule.maxChoices),
  maxPoints: boxOf(rule.maxPoints),
  maxSum: boxOf(rule.maxSum),
  votesPerDay: boxOf(rule.votesPerDay),
  votesPerStage: boxOf(rule.votesPerStage),
  votesPerCategory: boxOf(rule.votesPerCategory),
  votesPerEntry: boxOf(rule.votesPerEntry),
  excludesOwnOrganization: rule.excludesOwnOrganization,
  mayRetract: rule.mayRetract,
  levels: levels.filter((level) => rule.levels.includes(level)),
  counts: rule.counts,
  countDelayMinutes: boxOf(rule.countDelayMinutes),
  countRounding: boxOf(rule.countRounding),
  isExposureCorrected: rule.isExposureCorrected,
  exposureFloor: boxOf(rule.exposureFloor),
  publicWeight: plainDecimal(rule.publicWeight),
  publicForm: rule.publicForm,
  nightVotes: boxOf(rule.nightVotes),
  burstVotes: boxOf(rule.burstVotes),
  networkVotes: boxOf(rule.networkVotes),
});

/** Another kind of ballot, with numbers that make one where those of before would not. */
export function withKind(draft: Draft, kind: Kind): Draft {
  const isNewBallot = draft.kind === 'TAP' && kind !== 'TAP' && draft.maxChoices === '1';
  const needsPoints = kind === 'POINTS' && draft.maxPoints === '1';
  return {
    ...draft,
    kind,
    ...(isNewBallot ? { minChoices: '3', maxChoices: '5' } : {}),
    ...(needsPoints ? { maxPoints: '5', maxSum: '10' } : {}),
  };
}

/** What stands in the way; the words are in "rule-wizard". */
export type OwnProblem = 'levels' | 'weight' | 'belowMinimum' | 'sumBelow';
type Problem = NumberProblem | { kind: OwnProblem };

/** The rule that the draft is, or what is wrong with it. Boxes that are not shown for this kind do not count. */
export function ruleOf(draft: Draft) {
  const isTap = draft.kind === 'TAP';
  const isPoints = draft.kind === 'POINTS';
  const isDelayed = draft.counts === 'DELAYED';
  const result = ballotRuleInput.safeParse({
    style: isTap ? 'TAP' : 'BALLOT',
    method: draft.kind === 'TAP' ? 'APPROVAL' : draft.kind,
    minChoices: isTap ? 1 : whole(draft.minChoices),
    maxChoices: isTap ? 1 : whole(draft.maxChoices),
    maxPoints: isPoints ? whole(draft.maxPoints) : 1,
    maxSum: isPoints ? whole(draft.maxSum) : 1,
    votesPerDay: whole(draft.votesPerDay),
    votesPerStage: wholeOrNull(draft.votesPerStage),
    votesPerCategory: wholeOrNull(draft.votesPerCategory),
    votesPerEntry: wholeOrNull(draft.votesPerEntry),
    excludesOwnOrganization: draft.excludesOwnOrganization,
    mayRetract: draft.mayRetract,
    counts: draft.counts,
    countDelayMinutes: isDelayed ? whole(draft.countDelayMinutes) : 5,
    countRounding: isDelayed ? whole(draft.countRounding) : 10,
    publicWeight: draft.publicWeight.trim(),
    publicForm: draft.publicForm,
    isExposureCorrected: draft.isExposureCorrected,
    exposureFloor: draft.isExposureCorrected ? whole(draft.exposureFloor) : 100,
    levels: draft.levels,
    nightVotes: wholeOrNull(draft.nightVotes),
    burstVotes: wholeOrNull(draft.burstVotes),
    networkVotes: wholeOrNull(draft.networkVotes),
  });
  return judged(result, problemOf);
}

function problemOf(field: Field, issue: Issue): Problem {
  if (field === 'levels') return { kind: 'levels' };
  if (field === 'publicWeight') return { kind: 'weight' };
  if (issue.code !== 'custom') return numberProblem(issue);
  return { kind: field === 'maxSum' ? 'sumBelow' : 'belowMinimum' };
}

export const stepOf = (field: string): Step => stepOfField[field as Field] ?? 'declare';

export const adviceFor = (rule: BallotRuleInput | null): BallotAdvice[] => (rule ? adviceOn(rule) : []);

/** The draft with a piece of advice taken. */
export function takeAdvice(draft: Draft, advice: BallotAdvice): Draft {
  switch (advice) {
    case 'weight':
      return { ...draft, publicWeight: '30' };
    case 'unverified': {
      const verified = draft.levels.filter((level) => level !== 'DEVICE');
      return { ...draft, levels: verified.length > 0 ? verified : ['OIDC', 'PHONE', 'EMAIL'] };
    }
    case 'live':
      return { ...draft, counts: 'HIDDEN' };
    case 'single':
      return draft.kind === 'TAP'
        ? { ...draft, kind: 'APPROVAL', minChoices: '3', maxChoices: '5', votesPerDay: '1' }
        : { ...draft, minChoices: '3', maxChoices: String(Math.max(whole(draft.maxChoices) || 0, 5)) };
    case 'daily':
      return { ...draft, votesPerStage: draft.votesPerDay };
    default:
      // What the organizers of Changsha published: 1,000 at night, 500 at one time, 200 from one place.
      return { ...draft, nightVotes: '1000', burstVotes: '500', networkVotes: '200' };
  }
}

/** A draft kept on this device by an earlier version of this page may have another shape. */
export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(stepOfField).every((field) => field in value) &&
  kinds.some((kind) => kind === (value as Draft).kind) &&
  Array.isArray((value as Draft).levels);
