import type { EntityManager } from '@mikro-orm/postgresql';
import { rowBy } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message, type MessageKey } from '../../../core/messages.ts';
import type { Locale } from '../../../core/locale.ts';
import { defaultSubmissionRule, SubmissionRule, type SubmissionRuleValues } from './submission-rule.entity.ts';

const fields = Object.keys(defaultSubmissionRule) as (keyof SubmissionRuleValues)[];

export const valuesOfRule = (rule: SubmissionRuleValues): SubmissionRuleValues =>
  Object.fromEntries(fields.map((field) => [field, rule[field] ?? null])) as never;

const ruleOf = rowBy(SubmissionRule, 'competition');

/** How entries are handed in to a competition; of many competitions in one statement. */
export const submissionRuleOf = async (context: Context, competitionId: string): Promise<SubmissionRuleValues> =>
  (await ruleOf(context, competitionId)) ?? defaultSubmissionRule;

/** The same inside a transaction, as it stands now. */
export async function findSubmissionRule(em: EntityManager, competitionId: string): Promise<SubmissionRuleValues> {
  const rule = await em.findOne(SubmissionRule, { competition: competitionId }, { refresh: true });
  return rule ? valuesOfRule(rule) : defaultSubmissionRule;
}

/** A view of the rule, for a competition that has no row too. */
export const ruleView = (rule: SubmissionRuleValues): SubmissionRule =>
  make(SubmissionRule, valuesOfRule(rule) as SubmissionRule);

/** A length of time as people say it: whole days, whole hours, or minutes. */
function lengthInWords(locale: Locale, minutes: number): string {
  const unit = minutes % 1440 === 0 ? 'day' : minutes % 60 === 0 ? 'hour' : 'minute';
  const n = minutes / { day: 1440, hour: 60, minute: 1 }[unit];
  return message(locale, `length.${unit}.${n === 1 ? 'one' : 'many'}`, { n });
}

/** What the rule means for those who enter, in sentences. */
export function ruleSentences({ locale }: Pick<Context, 'locale'>, rule: SubmissionRuleValues): string[] {
  const say = (key: string, values = {}) => message(locale, `submissionRule.${key}` as MessageKey, values);
  const { graceMinutes, filesGraceMinutes, entriesPerOrganization, reviewersNeeded, correctionDays } = rule;
  return [
    say('clock'),
    graceMinutes > 0 ? say('grace', { length: lengthInWords(locale, graceMinutes) }) : say('noGrace'),
    ...(filesGraceMinutes > 0 ? [say('files', { length: lengthInWords(locale, filesGraceMinutes) })] : []),
    ...(entriesPerOrganization
      ? [say(`entries.${entriesPerOrganization === 1 ? 'one' : 'many'}`, { n: entriesPerOrganization })]
      : []),
    ...(reviewersNeeded > 1 ? [say('reviewers', { n: reviewersNeeded })] : []),
    say('correction', { length: lengthInWords(locale, correctionDays * 1440) }),
    ...(rule.holdsDecisions ? [say('holds')] : []),
  ];
}
