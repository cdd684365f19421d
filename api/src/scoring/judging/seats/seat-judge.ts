import { seatJudgeInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { assertOrganizer, Competition } from '../../../competition/competitions/index.ts';
import { findOrMakeAccount } from '../../../platform/identity/index.ts';
import { Judge, Panel } from '../judging.entity.ts';
import type { ResultsStandError } from '../panel.types.ts';
import { refusePublished } from '../refuse-published.ts';
import { AlreadySeatedError, CodeTakenError, SeatJudgeSuccess, type SeatJudgeInput } from './seat.types.ts';

/**
 * Seats one more judge on a panel, as in place of one who dropped out; the next assignment gives entries to the seat.
 * Organizers only, until the results are published.
 */
export async function seatJudge(
  context: Context,
  input: SeatJudgeInput,
): Promise<SeatJudgeSuccess | CodeTakenError | AlreadySeatedError | ResultsStandError | InvalidInputError> {
  assertSignedIn(context);
  const found = isId(input.panelId) ? await context.em.fork().findOne(Panel, { id: input.panelId }) : null;
  if (!found) throw notFound(context);
  await assertOrganizer(context, found.competition.id);
  const parsed = parseInput(context, seatJudgeInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  const { email, code, loadLimit = null } = parsed;
  return await unitOfWork(context, async (em) => {
    const refusal = await refusePublished(context, em, found.competition.id);
    if (refusal) return refusal;
    const { isRehearsal } = await em.findOneOrFail(Competition, { id: found.competition.id });
    if (isRehearsal) {
      const fields = [{ path: 'email', message: message(context.locale, 'rehearsal.madeUpPeople') }];
      return make(InvalidInputError, { message: message(context.locale, 'input.invalid'), fields });
    }
    const panel = em.getReference(Panel, found.id);
    if ((await em.count(Judge, { panel, code })) > 0) {
      return make(CodeTakenError, { message: message(context.locale, 'judging.codeTaken', { code }) });
    }
    const user = await findOrMakeAccount(em, email, context.clock.now());
    if ((await em.count(Judge, { panel, user })) > 0) {
      return make(AlreadySeatedError, { message: message(context.locale, 'judging.alreadySeated') });
    }
    const judge = em.create(Judge, { panel, user, code, loadLimit });
    recordAct(context, em, 'seatJudge', { type: 'Judge', id: judge.id }, { code, userId: user.id, loadLimit });
    return make(SeatJudgeSuccess, { judge });
  });
}
