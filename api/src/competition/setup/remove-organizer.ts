import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { make, userError } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { canSeeCompetition, CompetitionOrganizer, holdCompetition, assertOrganizer } from '../competitions/index.ts';
import { LastOrganizerError, RemoveOrganizerSuccess, type RemoveOrganizerInput } from './setup.types.ts';

/** Somebody no longer runs a competition, be it oneself; the last one stays. Organizers only. */
export async function removeOrganizer(
  context: Context,
  { competitionId, userId }: RemoveOrganizerInput,
): Promise<RemoveOrganizerSuccess | LastOrganizerError> {
  await assertOrganizer(context, competitionId);
  if (!isId(userId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const competition = await holdCompetition(context, em, competitionId);
    const organizers = await em.find(CompetitionOrganizer, { competition });
    if (!organizers.some((one) => one.user.id === userId)) throw notFound(context);
    if (organizers.length === 1) return userError(context, LastOrganizerError, 'setup.lastOrganizer');
    await em.nativeDelete(CompetitionOrganizer, { competition, user: userId });
    recordAct(context, em, 'removeOrganizer', { type: 'Competition', id: competitionId }, { userId });
    const isSeen = await canSeeCompetition(inside, competition);
    return make(RemoveOrganizerSuccess, { competition: isSeen ? competition : null });
  });
}
