import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { make, userError } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { holdCompetition, assertOrganizer } from '../competitions/index.ts';
import type { Competition } from '../competitions/index.ts';
import { loadChecklist } from './load-checklist.ts';
import {
  CompetitionOpenedError,
  IncompleteCompetitionError,
  OpenCompetitionSuccess,
  type OpenCompetitionInput,
} from './setup.types.ts';

/**
 * Shows a competition to everybody. From then on what it says stands, so it is refused while something required is
 * missing. Organizers only.
 */
export async function openCompetition(
  context: Context,
  { competitionId }: OpenCompetitionInput,
): Promise<OpenCompetitionSuccess | IncompleteCompetitionError | CompetitionOpenedError> {
  await assertOrganizer(context, competitionId);
  return await unitOfWork(context, async (em, inside) => {
    const competition = await holdCompetition(context, em, competitionId);
    if (competition.openedAt) return userError(context, CompetitionOpenedError, 'setup.isOpen');
    // Categories, stages and rubrics are changed under the same row, so none of them goes while this looks.
    const incomplete = await missingItems(inside, competition);
    if (incomplete) return incomplete;
    competition.openedAt = context.clock.now();
    recordAct(context, em, 'openCompetition', { type: 'Competition', id: competitionId });
    return make(OpenCompetitionSuccess, { competition });
  });
}

/** The refusal where something required is missing, apart from what is named. */
export async function missingItems(
  context: Context,
  competition: Competition,
  apartFrom: readonly string[] = [],
): Promise<IncompleteCompetitionError | null> {
  const missing = (await loadChecklist(context, competition)).filter(
    (item) => item.isRequired && !item.isDone && !apartFrom.includes(item.key),
  );
  if (missing.length === 0) return null;
  return userError(context, IncompleteCompetitionError, 'setup.incomplete', { missing });
}
