import { beginCompetitionInput } from '@laurel/schema/setup';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { LocalizedText } from '../../graphql/localized-text.ts';
import { assertSignedIn } from '../../graphql/operator.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { isId, notFound } from '../../graphql/refusals.ts';
import { InvalidInputError, make } from '../../graphql/user-error.ts';
import { recordAct } from '../audit/index.ts';
import { BallotRule, Competition, CompetitionOrganizer, defaultBallotRule, Rubric } from '../competitions/index.ts';
import { needForm } from '../forms/index.ts';
import { User } from '../identity/index.ts';
import { Organization } from '../organizations/index.ts';
import { isHostFor } from './hosts.ts';
import { BeginCompetitionSuccess, type BeginCompetitionInput, type SlugTakenError } from './setup.types.ts';
import { claimSlug } from './slug.ts';

/**
 * Begins to set a competition up in the name of a host, about its region, in the zone of Beijing: all of that can be
 * said otherwise until it is opened. Nobody but its organizers knows of it so far.
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
