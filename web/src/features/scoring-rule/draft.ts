import { scoringRuleInput, type ScoringRuleInput } from '@laurel/schema/scoring-rule';
import { boxOf, whole, wholeOrNull } from '../../forms/boxes';
import { judged, numberProblem, type Issue, type NumberProblem } from '../../forms/wizard/problems';
import type { RuleDraft } from '../../forms/wizard/useRuleDraft';
import { plainDecimal } from '../../ui/text/decimals';

export const methods = [
  'MEAN',
  'TRIMMED_MEAN',
  'MEDIAN',
  'RANK_POINTS',
  'Z_SCORE',
  'LINEAR',
  'JUDGE_EFFECT',
  'COPELAND',
] as const;
export const forms = ['SCORE', 'RANK_POINTS', 'SHARE'] as const;

/** Numbers as they stand in their boxes; an empty place means: not rounded there. */
export interface Draft {
  method: ScoringRuleInput['method'];
  level: ScoringRuleInput['level'];
  scale: ScoringRuleInput['scale'];
  scope: ScoringRuleInput['scope'];
  dropHighest: string;
  dropLowest: string;
  criterionPlaces: string;
  factoredPlaces: string;
  totalPlaces: string;
  quorum: string;
  ties: string[];
  lotSeed: string;
  weight: string;
  form: ScoringRuleInput['form'];
  isBlind: boolean;
  excludesSameRegion: boolean;
  alarmRange: string;
}
export type Field = keyof Draft;
export type ScoringDraft = RuleDraft<Draft, ScoringRuleInput>;

export const steps = ['method', 'score', 'ties', 'judges', 'result', 'declare'] as const;
export type Step = (typeof steps)[number];

const stepOfField: Record<Field, Step> = {
  method: 'method',
  level: 'method',
  dropHighest: 'method',
  dropLowest: 'method',
  scope: 'method',
  scale: 'score',
  criterionPlaces: 'score',
  factoredPlaces: 'score',
  totalPlaces: 'score',
  quorum: 'score',
  alarmRange: 'score',
  ties: 'ties',
  lotSeed: 'ties',
  isBlind: 'judges',
  excludesSameRegion: 'judges',
  weight: 'result',
  form: 'result',
};
export const stepOf = (field: string): Step => stepOfField[field as Field] ?? 'declare';

export const draftOf = (rule: ScoringRuleInput): Draft => ({
  method: rule.method,
  level: rule.level,
  scale: rule.scale,
  scope: rule.scope,
  dropHighest: boxOf(rule.dropHighest),
  dropLowest: boxOf(rule.dropLowest),
  criterionPlaces: boxOf(rule.criterionPlaces),
  factoredPlaces: boxOf(rule.factoredPlaces),
  totalPlaces: boxOf(rule.totalPlaces),
  quorum: boxOf(rule.quorum),
  ties: [...rule.ties],
  lotSeed: rule.lotSeed,
  weight: plainDecimal(rule.weight),
  form: rule.form,
  isBlind: rule.isBlind,
  excludesSameRegion: rule.excludesSameRegion,
  alarmRange: plainDecimal(rule.alarmRange),
});

/** Only these bring the marks together criterion by criterion, if wanted; the others compare sheets. */
export const hasLevels = (method: Draft['method']): boolean =>
  method === 'MEAN' || method === 'TRIMMED_MEAN' || method === 'MEDIAN';
/** Where criteria are scored one by one, their scores can be rounded one by one. */
export const hasCriterionSteps = ({ method, level }: Draft): boolean => hasLevels(method) && level === 'CRITERION';

/** Another method, with drops where it needs some. */
export function withMethod(draft: Draft, method: Draft['method']): Draft {
  const lacksDrops = method === 'TRIMMED_MEAN' && whole(draft.dropHighest) + whole(draft.dropLowest) === 0;
  return { ...draft, method, ...(lacksDrops ? { dropHighest: '1', dropLowest: '1' } : {}) };
}

/** What stands in the way; the words are in "scoring-wizard". */
export type OwnProblem = 'percent' | 'drops' | 'seed';
type Problem = NumberProblem | { kind: OwnProblem };

/** The rule that the draft is, or what is wrong with it. Boxes that are not shown for the method do not count. */
export function ruleOf(draft: Draft) {
  const isTrimmed = draft.method === 'TRIMMED_MEAN';
  const isStepwise = hasCriterionSteps(draft);
  const result = scoringRuleInput.safeParse({
    ...draft,
    dropHighest: isTrimmed ? whole(draft.dropHighest) : 0,
    dropLowest: isTrimmed ? whole(draft.dropLowest) : 0,
    criterionPlaces: isStepwise ? wholeOrNull(draft.criterionPlaces) : null,
    factoredPlaces: isStepwise ? wholeOrNull(draft.factoredPlaces) : null,
    totalPlaces: whole(draft.totalPlaces),
    quorum: whole(draft.quorum),
    lotSeed: draft.ties.includes('LOT') ? draft.lotSeed.trim() : '',
    weight: draft.weight.trim(),
    alarmRange: draft.alarmRange.trim(),
  });
  return judged(result, problemOf);
}

function problemOf(field: Field, issue: Issue): Problem {
  if (field === 'weight' || field === 'alarmRange') return { kind: 'percent' };
  if (issue.code !== 'custom') return numberProblem(issue);
  return { kind: field === 'lotSeed' ? 'seed' : 'drops' };
}

/** A draft kept on this device by an earlier version of this page may have another shape. */
export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(stepOfField).every((field) => field in value) &&
  methods.some((method) => method === (value as Draft).method) &&
  Array.isArray((value as Draft).ties);
