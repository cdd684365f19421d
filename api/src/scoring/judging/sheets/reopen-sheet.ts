import { reopenSheetInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { assertOrganizer } from '../../../competition/competitions/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Assignment } from '../judging.entity.ts';
import {
  JudgeRetiredError,
  NotSubmittedError,
  ReopenSheetSuccess,
  SecondPersonError,
  type ReopenSheetInput,
  type ResultsStandError,
} from '../panel.types.ts';
import { refusePublished } from '../refuse-published.ts';
import { Reopening } from '../reopening.entity.ts';

/**
 * Opens a submitted sheet again. One organizer asks and says why; when another asks for the same sheet, it is open:
 * the seal is broken, what it sealed is kept, and the judge can change and submit it, also after the stage has closed.
 * Organizers only, until the results are published.
 */
export async function reopenSheet(
  context: Context,
  input: ReopenSheetInput,
): Promise<
  ReopenSheetSuccess | NotSubmittedError | JudgeRetiredError | SecondPersonError | ResultsStandError | InvalidInputError
> {
  const { viewer, locale, clock } = context;
  // Even the operator needs a name here: two people decide, not two commands.
  if (!viewer) throw unauthenticated(context);
  const found = isId(input.assignmentId)
    ? await context.em.fork().findOne(Assignment, { id: input.assignmentId }, { populate: ['stage.competition'] })
    : null;
  if (!found) throw notFound(context);
  const competition = found.stage.$.competition.$;
  await assertOrganizer(context, competition.id);
  const parsed = parseInput(context, reopenSheetInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const refusal = await refusePublished(context, em, competition.id);
    if (refusal) return refusal;
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, lockTableAliases: ['a0'] };
    const assignment = await em.findOneOrFail(Assignment, { id: found.id }, lock);
    if (!assignment.submittedAt || !assignment.seal || assignment.releasedAt) {
      return make(NotSubmittedError, { message: message(locale, 'judging.notSubmitted') });
    }
    if ((await assignment.judge.loadOrFail()).retiredAt) {
      return make(JudgeRetiredError, { message: message(locale, 'judging.retired') });
    }
    const asked = await em.findOne(Reopening, { assignment, approvedAt: null });
    const act = { type: 'Assignment', id: assignment.id };
    if (!asked) {
      const [row] = await em.execute<{ sheet: string }[]>('select text_of_sheet(?, ?) as sheet', [
        assignment.id,
        assignment.comment,
      ]);
      const reopening = em.create(Reopening, {
        assignment,
        reason: parsed.reason,
        requestedBy: em.getReference(User, viewer.id),
        requestedAt: clock.now(),
        seal: assignment.seal,
        sheet: row?.sheet ?? '',
      });
      recordAct(context, em, 'askToReopenSheet', act, { reason: parsed.reason });
      return make(ReopenSheetSuccess, { reopening, isOpen: false });
    }
    if (asked.requestedBy.id === viewer.id) {
      return make(SecondPersonError, { message: message(locale, 'judging.secondPerson') });
    }
    em.assign(asked, { approvedBy: em.getReference(User, viewer.id), approvedAt: clock.now() });
    // The database opens a sheet only where it finds that two have agreed.
    await em.flush();
    em.assign(assignment, { submittedAt: null, seal: null });
    recordAct(context, em, 'reopenSheet', act, { reason: parsed.reason, asked: asked.reason, seal: asked.seal });
    return make(ReopenSheetSuccess, { reopening: asked, isOpen: true });
  });
}
