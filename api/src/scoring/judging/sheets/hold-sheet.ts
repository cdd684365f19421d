import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../../core/messages.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { closedMessage, type Competition, Stage } from '../../../competition/competitions/index.ts';
import { Assignment } from '../judging.entity.ts';
import { JudgingClosedError, SheetSubmittedError } from '../judging.types.ts';
import { Reopening } from '../reopening.entity.ts';

/**
 * The viewer's own assignment, held with its stage until the transaction ends, and whatever forbids changing its
 * sheet now. Somebody else's assignment does not exist to the viewer.
 */
export async function holdSheet(
  context: Context,
  em: EntityManager,
  assignmentId: string,
): Promise<{
  assignment: Assignment;
  competition: Competition;
  refusal: JudgingClosedError | SheetSubmittedError | null;
}> {
  const { viewer, clock, locale } = context;
  if (!viewer) throw unauthenticated(context);
  const assignment = isId(assignmentId)
    ? await em.findOne(
        Assignment,
        { id: assignmentId, judge: { user: viewer.id, retiredAt: null }, releasedAt: null },
        { lockMode: LockMode.PESSIMISTIC_WRITE, lockTableAliases: ['a0'] },
      )
    : null;
  if (!assignment) throw notFound(context);
  await em.execute('select id from stages where id = ? for share', [assignment.stage.id]);
  const stage = await em.findOneOrFail(
    Stage,
    { id: assignment.stage.id },
    { refresh: true, populate: ['competition'] },
  );
  const competition = await stage.competition.loadOrFail();
  if (assignment.submittedAt) {
    const submittedAt = assignment.submittedAt;
    const refusal = make(SheetSubmittedError, {
      message: message(locale, 'sheet.submitted', {
        submittedAt: instantInWords(locale, submittedAt, competition.timeZone),
      }),
      submittedAt,
    });
    return { assignment, competition, refusal };
  }
  const status = statusAt(stage, clock.now());
  const isLate = status === StageStatus.CLOSED && !competition.resultsPublishedAt;
  // What two organizers opened again after the end must be handed in again after the end, or nothing could be published.
  if (status === StageStatus.OPEN || (isLate && (await wasReopened(em, assignment)))) {
    return { assignment, competition, refusal: null };
  }
  const refusal = make(JudgingClosedError, {
    message: closedMessage(context, competition.timeZone, stage, {
      notYetOpen: 'sheet.notYetOpen',
      closed: 'sheet.closed',
      none: 'sheet.closed',
    }),
    opensAt: stage.opensAt,
    closesAt: stage.closesAt,
  });
  return { assignment, competition, refusal };
}

const wasReopened = async (em: EntityManager, assignment: Assignment): Promise<boolean> =>
  (await em.count(Reopening, { assignment, approvedAt: { $ne: null } })) > 0;
