import type { ScoringRuleInput } from '@laurel/schema/scoring-rule';
import type { ParseKeys } from 'i18next';

export const topics = ['marks', 'score', 'missing', 'ties', 'result', 'looks'] as const;
export type ScoringTopic = (typeof topics)[number];

interface ScoringFact {
  topic: ScoringTopic;
  /** In the namespace "scoring-rule". */
  key: ParseKeys<'scoring-rule'>;
  values?: Record<string, number | string>;
}

interface Part {
  /** Of the stage in the result, in percent. */
  share: number;
  publicWeight: string;
}

/** A scoring rule as the facts that a loser would ask about, in the order in which a score comes about. */
export function scoringFacts(rule: ScoringRuleInput, part: Part): ScoringFact[] {
  const facts: (ScoringFact | null)[] = [
    { topic: 'marks', key: rule.isBlind ? 'marks.blind' : 'marks.open' },
    { topic: 'marks', key: 'marks.conflicts' },
    rule.excludesSameRegion ? { topic: 'marks', key: 'marks.sameRegion' } : null,
    dropsOf(rule),
    { topic: 'score', key: methodOf(rule) },
    { topic: 'score', key: `scale.${rule.scale}` },
    { topic: 'score', key: `scope.${rule.scope}` },
    ...roundingsOf(rule),
    { topic: 'missing', key: 'missing.never' },
    { topic: 'missing', key: 'missing.quorum', values: { count: rule.quorum } },
    rule.ties.length === 0 ? { topic: 'ties', key: 'ties.none' } : { topic: 'ties', key: 'ties.ladder' },
    ...resultOf(rule, part),
    { topic: 'looks', key: 'looks.range', values: { range: Number(rule.alarmRange) } },
  ];
  return facts.filter((fact) => fact !== null);
}

/** Three methods know both levels; the others compare the sheets of a judge and ask for no level. */
function methodOf({ method, level }: ScoringRuleInput): ScoringFact['key'] {
  return method === 'MEAN' || method === 'TRIMMED_MEAN' || method === 'MEDIAN'
    ? `method.${method}.${level}`
    : `method.${method}`;
}

function dropsOf({ method, level, dropHighest: highest, dropLowest: lowest }: ScoringRuleInput): ScoringFact | null {
  if (method !== 'TRIMMED_MEAN') return null;
  const which = highest === 0 ? 'lowest' : lowest === 0 ? 'highest' : 'both';
  return { topic: 'score', key: `drops.${level}.${which}`, values: { highest, lowest } };
}

function roundingsOf(rule: ScoringRuleInput): ScoringFact[] {
  const steps = [
    { key: 'rounding.criterion', places: rule.criterionPlaces },
    { key: 'rounding.factored', places: rule.factoredPlaces },
  ] as const;
  const earlier = steps.flatMap(({ key, places }): ScoringFact[] =>
    places === null ? [] : [{ topic: 'score', key, values: { count: places } }],
  );
  const key = earlier.length > 0 ? 'rounding.total' : 'rounding.only';
  return [...earlier, { topic: 'score', key, values: { count: rule.totalPlaces } }];
}

function resultOf(rule: ScoringRuleInput, { share, publicWeight }: Part): ScoringFact[] {
  if (share === 0) return [{ topic: 'result', key: 'result.none' }];
  if (share === 100) return [{ topic: 'result', key: 'result.alone' }];
  const vote = Number(publicWeight);
  return [
    { topic: 'result', key: 'result.part', values: { share } },
    { topic: 'result', key: `result.form.${rule.form}` },
    vote > 0
      ? { topic: 'result', key: 'result.public', values: { share: vote } }
      : { topic: 'result', key: 'result.noPublic' },
  ];
}
