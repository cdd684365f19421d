import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { notFound } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { recordAct } from '../audit/index.ts';
import { Competition } from '../competitions/index.ts';
import { assertRuns, holdCompetition } from '../setup/index.ts';
import { eraseRehearsal } from './erase-rehearsal.ts';
import { refuseBusy } from './move-rehearsal.ts';
import { EndRehearsalSuccess, type EndRehearsalInput, type RehearsalBusyError } from './rehearsal.types.ts';

/** Throws a rehearsal away, all of it or nothing; that there was one stays on record. Organizers only. */
export async function endRehearsal(
  context: Context,
  { competitionId }: EndRehearsalInput,
): Promise<EndRehearsalSuccess | RehearsalBusyError> {
  await assertRuns(context, competitionId);
  return await unitOfWork(context, async (em) => {
    const rehearsal = await holdCompetition(context, em, competitionId);
    if (!rehearsal.rehearsalOf) throw notFound(context);
    const busy = await refuseBusy(context, em, competitionId);
    if (busy) return busy;
    const competition = await em.findOneOrFail(Competition, { id: rehearsal.rehearsalOf.id });
    const rows = await eraseRehearsal(em, competitionId);
    recordAct(context, em, 'endRehearsal', { type: 'Competition', id: competition.id }, { rows });
    return make(EndRehearsalSuccess, { competition });
  });
}
