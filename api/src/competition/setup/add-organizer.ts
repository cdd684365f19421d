import { addOrganizerInput } from '@laurel/schema/setup';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { parseInput, fieldProblem } from '../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { findOrMakeAccount } from '../../platform/identity/index.ts';
import { CompetitionOrganizer, holdCompetition, assertOrganizer } from '../competitions/index.ts';
import { AddOrganizerSuccess, type AddOrganizerInput } from './setup.types.ts';

/** More people than that do not run one competition together. */
const most = 30;

/** Lets one more person run a competition; who does so already goes on. Organizers only. */
export async function addOrganizer(
  context: Context,
  input: AddOrganizerInput,
): Promise<AddOrganizerSuccess | InvalidInputError> {
  await assertOrganizer(context, input.competitionId);
  const parsed = parseInput(context, addOrganizerInput, { email: input.email });
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const competition = await holdCompetition(context, em, input.competitionId);
    if (competition.isRehearsal) return fieldProblem(context, 'email', 'rehearsal.madeUpPeople');
    const user = await findOrMakeAccount(em, parsed.email, context.clock.now());
    const organizers = await em.find(CompetitionOrganizer, { competition });
    if (organizers.some((one) => one.user.id === user.id)) return make(AddOrganizerSuccess, { competition });
    if (organizers.length >= most) return fieldProblem(context, 'email', 'setup.tooManyOrganizers', { most });
    em.create(CompetitionOrganizer, { competition, user });
    recordAct(context, em, 'addOrganizer', { type: 'Competition', id: competition.id }, { userId: user.id });
    return make(AddOrganizerSuccess, { competition });
  });
}
