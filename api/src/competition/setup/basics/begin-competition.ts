import { beginCompetitionInput } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { BallotRule, Competition, CompetitionOrganizer, defaultBallotRule, Rubric } from '../../competitions/index.ts';
import { needForm } from '../../../work/forms/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Organization } from '../../../people/organizations/index.ts';
import { isHostFor } from './hosts.ts';
import { BeginCompetitionSuccess, type BeginCompetitionInput, type SlugTakenError } from '../setup.types.ts';
import { claimSlug } from './slug.ts';

/**
 * Begins a competition in the name of a host, in its region and Beijing's time zone; all of it can change until the opening.
 * Only its organizers see it.
 */
export async function beginCompetition(
  context: Context,
  input: BeginCompetitionInput,
): Promise<BeginCompetitionSuccess | SlugTakenError | InvalidInputError> {
  assertSignedIn(context);
  if (!isId(input.hostId) || !(await isHostFor(context, input.hostId))) throw notFound(context);
  const parsed = parseInput(context, beginCompetitionInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const taken = await claimSlug(context, em, parsed.slug);
    if (taken) return taken;
    const now = context.clock.now();
    const host = await em.findOneOrFail(Organization, { id: parsed.hostId });
    const competition = em.create(Competition, {
      form: await needForm(em),
      slug: parsed.slug,
      name: LocalizedText.of(parsed.name),
      tagline: LocalizedText.of({}),
      description: LocalizedText.of({}),
      host,
      region: host.region,
      timeZone: 'Asia/Shanghai',
      createdAt: now,
    });
    em.create(BallotRule, { ...defaultBallotRule, competition, declaredAt: now });
    em.create(Rubric, { competition });
    if (context.viewer)
      em.create(CompetitionOrganizer, { competition, user: em.getReference(User, context.viewer.id) });
    recordAct(context, em, 'beginCompetition', { type: 'Competition', id: competition.id }, { slug: parsed.slug });
    return make(BeginCompetitionSuccess, { competition });
  });
}
