import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../core/context.ts';
import { unitOfWork } from '../core/unit-of-work.ts';
import { notFound } from '../core/graphql/refusals.ts';
import { make } from '../core/graphql/user-error.ts';
import { message } from '../core/messages.ts';
import { recordAct } from '../platform/audit/index.ts';
import { Stage, holdCompetition, assertOrganizer } from '../competition/competitions/index.ts';
import { Job, JobState, startJob } from '../platform/jobs/index.ts';
import { fillRehearsal } from './fill-rehearsal.ts';
import { openNow } from './open-now.ts';
import { MoveRehearsalSuccess, RehearsalBusyError, type MoveRehearsalInput } from './rehearsal.types.ts';

/** Lets the time of a rehearsal come to one of its stages, and fills what has opened. Organizers only. */
export async function moveRehearsal(
  context: Context,
  { competitionId, stage }: MoveRehearsalInput,
): Promise<MoveRehearsalSuccess | RehearsalBusyError> {
  await assertOrganizer(context, competitionId);
  return await unitOfWork(context, async (em, inside) => {
    const rehearsal = await holdCompetition(context, em, competitionId);
    if (!rehearsal.isRehearsal) throw notFound(context);
    const busy = await refuseBusy(context, em, competitionId);
    if (busy) return busy;
    // Votes and marks hold the row of their stage, so none of them crosses the move.
    await em.execute('select id from stages where competition_id = ? order by id for no key update', [competitionId]);
    const stages = await em.find(Stage, { competition: rehearsal }, { refresh: true });
    if (!openNow(stages, stage, context.clock.now())) throw notFound(context);
    const job = await startJob(inside, em, fillRehearsal, { competitionId }, { competitionId });
    recordAct(context, em, 'moveRehearsal', { type: 'Competition', id: competitionId }, { stage });
    return make(MoveRehearsalSuccess, { rehearsal, job });
  });
}

/** While it is being filled, the ground does not move. */
export async function refuseBusy(
  { locale }: Context,
  em: EntityManager,
  competitionId: string,
): Promise<RehearsalBusyError | null> {
  const filling = await em.count(Job, {
    competitionId,
    kind: fillRehearsal.kind,
    state: { $in: [JobState.QUEUED, JobState.RUNNING] },
  });
  return filling > 0 ? make(RehearsalBusyError, { message: message(locale, 'rehearsal.busy') }) : null;
}
