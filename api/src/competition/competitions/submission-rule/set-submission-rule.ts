import { submissionRuleInput } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Competition } from '../competition.entity.ts';
import { holdStage } from '../competition.queries.ts';
import { assertOrganizer } from '../organizer.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { StageKind } from '../stage-kind.ts';
import { SubmissionRule } from './submission-rule.entity.ts';
import { takesAway } from './submission-rule.policy.ts';
import { findSubmissionRule } from './submission-rule.queries.ts';
import {
  SetSubmissionRuleSuccess,
  SubmissionRuleStandsError,
  type SetSubmissionRuleInput,
} from './submission-rule.types.ts';

/**
 * Says how entries are handed in and reviewed. Once submissions have opened, only in favor of those who enter. Organizers
 * only; what it was before stands in the record of acts.
 */
export async function setSubmissionRule(
  context: Context,
  { competitionId, ...given }: SetSubmissionRuleInput,
): Promise<SetSubmissionRuleSuccess | SubmissionRuleStandsError | InvalidInputError> {
  assertSignedIn(context);
  if (!isId(competitionId)) throw notFound(context);
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, submissionRuleInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  const to = { ...parsed, entriesPerOrganization: parsed.entriesPerOrganization ?? null };
  return await unitOfWork(context, async (em) => {
    await em.execute('select id from competitions where id = ? for no key update', [competitionId]);
    const competition = await em.findOne(Competition, { id: competitionId });
    if (!competition) throw notFound(context);
    const stage = await holdStage(em, competitionId, StageKind.SUBMISSION);
    const from = await findSubmissionRule(em, competitionId);
    const fieldNames = takesAway(from, to);
    const stands = stage && hasBegun(competition, stage, context.clock.now()) && !competition.isRehearsal;
    if (stands && fieldNames.length > 0) {
      return make(SubmissionRuleStandsError, { message: message(context.locale, 'submissionRule.stands'), fieldNames });
    }
    const rule = await em.findOne(SubmissionRule, { competition: competitionId });
    if (rule) em.assign(rule, to);
    else em.create(SubmissionRule, { competition, ...to });
    recordAct(context, em, 'setSubmissionRule', { type: 'Competition', id: competitionId }, { from, to });
    return make(SetSubmissionRuleSuccess, { competition });
  });
}
