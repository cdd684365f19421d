import { copyCompetitionInput } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Competition, CompetitionOrganizer, assertOrganizer } from '../../competitions/index.ts';
import { CopyCompetitionSuccess, type CopyCompetitionInput, type SlugTakenError } from '../setup.types.ts';
import { claimSlug } from '../basics/slug.ts';
import { copyCompetitionRow, copyParts } from './copy-parts.ts';

type Outcome = CopyCompetitionSuccess | SlugTakenError | InvalidInputError;

/**
 * Begins a competition with everything that another one declared, its stages shifted, without entries, marks or votes. Its
 * first organizer is the person who copies it. Organizers of the original only.
 */
export async function copyCompetition(context: Context, input: CopyCompetitionInput): Promise<Outcome> {
  await assertOrganizer(context, input.competitionId);
  const { competitionId, ...given } = input;
  const parsed = parseInput(context, copyCompetitionInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    const taken = await claimSlug(context, em, parsed.slug);
    if (taken) return taken;
    const original = await em.findOneOrFail(Competition, { id: competitionId });
    const competition = copyCompetitionRow(em, original, {
      slug: parsed.slug,
      name: LocalizedText.of(parsed.name ?? original.name),
      createdAt: context.clock.now(),
    });
    if (context.viewer) {
      em.create(CompetitionOrganizer, { competition, user: em.getReference(User, context.viewer.id) });
    }
    await copyParts(em, original, competition, parsed, context.clock.now());
    recordAct(
      context,
      em,
      'copyCompetition',
      { type: 'Competition', id: competition.id },
      { from: original.slug, ...parsed },
    );
    return make(CopyCompetitionSuccess, { competition });
  });
}
