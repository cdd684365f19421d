import { submissionRuleInput } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { assertOrganizer } from '../organizer.ts';
import { holdCompetition } from '../hold-competition.ts';
import { holdStage } from '../competition.queries.ts';
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
 * Sets how entries are handed in and reviewed. Once submissions have opened, only in favor of those who enter. Organizers
 * only; the audit keeps the former rule.
 */
export async function setSubmissionRule(
  context: Context,
  { competitionId, ...given }: SetSubmissionRuleInput,
): Promise<SetSubmissionRuleSuccess | SubmissionRuleStandsError | InvalidInputError> {
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, submissionRuleInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  const to = { ...parsed, entriesPerOrganization: parsed.entriesPerOrganization ?? null };
  return await unitOfWork(context, async (em) => {
    const competition = await holdCompetition(context, em, competitionId);
    const stage = await holdStage(em, competitionId, StageKind.SUBMISSION);
    const from = await findSubmissionRule(em, competitionId);
    const fieldNames = takesAway(from, to);
    const stands = stage && hasBegun(competition, stage, context.clock.now()) && !competition.isRehearsal;
    if (stands && fieldNames.length > 0) {
      return userError(context, SubmissionRuleStandsError, 'submissionRule.stands', { fieldNames });
    }
    const rule = await em.findOne(SubmissionRule, { competition: competitionId });
    if (rule) em.assign(rule, to);
    else em.create(SubmissionRule, { competition, ...to });
    recordAct(context, em, 'setSubmissionRule', { type: 'Competition', id: competitionId }, { from, to });
    return make(SetSubmissionRuleSuccess, { competition });
  });
}
