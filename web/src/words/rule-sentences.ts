import type { BallotRuleInput } from '@laurel/schema/ballot-rule';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage';

export type RuleTopic = 'how' | 'limits' | 'who' | 'seen' | 'result' | 'checks';

interface RuleFact {
  topic: RuleTopic;
  /** In the namespace "ballot-rule". */
  key: ParseKeys<'ballot-rule'>;
  values?: Record<string, number | string>;
}

/**
 * A ballot rule as the facts a voter has to know, in the order in which one asks. Voters read them before they vote,
 * organizers while they write the rule: the same sentences for both.
 */
export function ruleFacts(rule: BallotRuleInput): RuleFact[] {
  const isTap = rule.style === 'TAP';
  const facts: (RuleFact | null)[] = [
    howOf(rule),
    { topic: 'limits', key: isTap ? 'limits.tapsPerDay' : 'limits.ballotsPerDay', values: { count: rule.votesPerDay } },
    some(rule.votesPerStage, 'limits', isTap ? 'limits.tapsPerStage' : 'limits.ballotsPerStage'),
    some(rule.votesPerCategory, 'limits', 'limits.perCategory'),
    some(rule.votesPerEntry, 'limits', 'limits.perEntry') ?? { topic: 'limits', key: 'limits.onceADay' },
    rule.excludesOwnOrganization ? { topic: 'limits', key: 'limits.ownOrganization' } : null,
    { topic: 'limits', key: rule.mayRetract ? 'limits.mayRetract' : 'limits.final' },
    rule.levels.some((level) => level !== 'DEVICE') ? { topic: 'who', key: 'who.verified' } : null,
    rule.levels.includes('DEVICE') ? { topic: 'who', key: 'who.anybody' } : null,
    {
      topic: 'seen',
      key: `seen.${rule.counts}`,
      values: { minutes: rule.countDelayMinutes, rounding: rule.countRounding },
    },
    weightOf(rule.publicWeight),
    Number(rule.publicWeight) > 0 ? { topic: 'result', key: `result.${rule.publicForm}` } : null,
    rule.isExposureCorrected ? some(rule.exposureFloor, 'result', 'result.exposure') : null,
    some(rule.nightVotes, 'checks', 'checks.night'),
    some(rule.burstVotes, 'checks', 'checks.burst'),
    some(rule.networkVotes, 'checks', 'checks.network'),
    { topic: 'checks', key: 'checks.held' },
  ];
  return facts.filter((fact) => fact !== null);
}

const some = (count: number | null, topic: RuleTopic, key: RuleFact['key']): RuleFact | null =>
  count === null ? null : { topic, key, values: { count } };

function howOf({ style, method, minChoices: min, maxChoices: max, maxPoints, maxSum }: BallotRuleInput): RuleFact {
  if (style === 'TAP') return { topic: 'how', key: 'how.tap' };
  const name = ({ APPROVAL: 'approval', POINTS: 'points', RANKED: 'ranked' } as const)[method];
  // Nobody can give more than this, whatever the whole ballot may hold.
  const sum = Math.min(maxSum, maxPoints * max);
  const values = { min, max, sum, most: Math.min(maxPoints, maxSum) };
  return min === max
    ? { topic: 'how', key: `how.${name}`, values: { ...values, count: max } }
    : { topic: 'how', key: `how.${name}Range`, values };
}

function weightOf(publicWeight: string): RuleFact {
  const weight = Number(publicWeight);
  if (weight === 0) return { topic: 'result', key: 'result.none' };
  return weight === 100
    ? { topic: 'result', key: 'result.all' }
    : { topic: 'result', key: 'result.part', values: { weight } };
}

interface RuleSentence {
  topic: RuleTopic;
  key: string;
  text: string;
}

/** The facts in the reader's words; the page loads the namespace "ballot-rule". */
export function useRuleSentences(): (rule: BallotRuleInput) => RuleSentence[] {
  const { t } = useTranslation('ballot-rule');
  const language = useLanguage();
  // Which plural a key takes is for i18next to find; its types want every key to come with the same values.
  const say = t as (key: string, values: object) => string;
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  return (rule) => {
    const verified = rule.levels.filter((level) => level !== 'DEVICE');
    const ways = either.format(verified.map((level) => t(`who.ways.${level}`)));
    return ruleFacts(rule).map(({ topic, key, values }) => ({
      topic,
      key,
      text: say(key, { ways, ...values }),
    }));
  };
}
