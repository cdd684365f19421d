import { setLoadLimitInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Judge } from '../judging.entity.ts';
import { JudgeRetiredError, type ResultsStandError } from '../panel.types.ts';
import { refusePublished } from '../refuse-published.ts';
import { judgeForOrganizer } from './judge-for-organizer.ts';
import { SetLoadLimitSuccess, type SetLoadLimitInput } from './seat.types.ts';

/**
 * Says how many entries a judge takes at most, for the next assignment; what is assigned already stays. Organizers
 * only, until the results are published.
 */
export async function setLoadLimit(
  context: Context,
  input: SetLoadLimitInput,
): Promise<SetLoadLimitSuccess | JudgeRetiredError | ResultsStandError | InvalidInputError> {
  const { judge: found, competitionId } = await judgeForOrganizer(context, input.judgeId);
  const parsed = parseInput(context, setLoadLimitInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  const { loadLimit = null } = parsed;
  return await unitOfWork(context, async (em) => {
    const refusal = await refusePublished(context, em, competitionId);
    if (refusal) return refusal;
    const judge = await em.findOneOrFail(Judge, { id: found.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (judge.retiredAt) return make(JudgeRetiredError, { message: message(context.locale, 'judging.retired') });
    em.assign(judge, { loadLimit });
    recordAct(context, em, 'setLoadLimit', { type: 'Judge', id: judge.id }, { loadLimit });
    return make(SetLoadLimitSuccess, { judge });
  });
}
