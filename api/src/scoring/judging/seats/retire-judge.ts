import { retireJudgeInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Judge, ReleaseReason } from '../judging.entity.ts';
import {
  JudgeRetiredError,
  RetireJudgeSuccess,
  type ResultsStandError,
  type RetireJudgeInput,
} from '../panel.types.ts';
import { judgeForOrganizer } from './judge-for-organizer.ts';
import { refusePublished } from '../refuse-published.ts';
import { releaseAssignments } from '../release-assignments.ts';

/**
 * A judge drops out. What is not submitted goes back to be assigned to others; what is submitted keeps counting or
 * not, as the organizer says. The ranking is computed anew. Organizers only, until the results are published.
 */
export async function retireJudge(
  context: Context,
  input: RetireJudgeInput,
): Promise<RetireJudgeSuccess | JudgeRetiredError | ResultsStandError | InvalidInputError> {
  const { judge: found, competitionId } = await judgeForOrganizer(context, input.judgeId);
  const parsed = parseInput(context, retireJudgeInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const refusal = await refusePublished(context, em, competitionId);
    if (refusal) return refusal;
    const now = context.clock.now();
    const judge = await em.findOneOrFail(Judge, { id: found.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (judge.retiredAt) return make(JudgeRetiredError, { message: message(context.locale, 'judging.retired') });
    // The sheets before the judge: either moves the revision of the scores, and a sheet on its way in wants that too.
    const open = { sql: 'a.judge_id = ? and a.submitted_at is null', params: [judge.id] };
    const released = await releaseAssignments(em, open, ReleaseReason.RETIRED, now);
    em.assign(judge, { retiredAt: now, retirementReason: parsed.reason, counts: input.keepsSheets });
    const details = { reason: parsed.reason, keepsSheets: input.keepsSheets, released: released.length };
    recordAct(context, em, 'retireJudge', { type: 'Judge', id: judge.id }, details);
    return make(RetireJudgeSuccess, { judge, released: released.length });
  });
}
