import { competitionBasicsInput } from '@laurel/schema/setup';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { parseInput, fieldProblem } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { instantOf, isTimeZone, wallClock } from '@laurel/schema/wall-clock';
import { Organization, Region } from '../../../people/organizations/index.ts';
import { Stage, type Competition, holdCompetition, assertOrganizer } from '../../competitions/index.ts';
import {
  CompetitionOpenedError,
  SetCompetitionBasicsSuccess,
  type SetCompetitionBasicsInput,
  type SlugTakenError,
} from '../setup.types.ts';
import { isHostFor, isWithinReach } from './hosts.ts';
import { claimSlug } from './slug.ts';

type Outcome = SetCompetitionBasicsSuccess | CompetitionOpenedError | SlugTakenError | InvalidInputError;

/** Sets the basics of a competition. Once it is open, only its texts can change. Organizers only. */
export async function setCompetitionBasics(context: Context, input: SetCompetitionBasicsInput): Promise<Outcome> {
  await assertOrganizer(context, input.competitionId);
  const { competitionId, ...given } = input;
  if (![given.hostId, given.regionId].every(isId)) throw notFound(context);
  const parsed = parseInput(context, competitionBasicsInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  const { slug, hostId, regionId, timeZone, name, tagline, description } = parsed;
  if (!isTimeZone(timeZone)) return fieldProblem(context, 'timeZone', 'setup.noSuchZone');
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const competition = await holdCompetition(context, em, competitionId);
    const isElsewhere = hostId !== competition.host.id || regionId !== competition.region.id;
    if (competition.openedAt && (isElsewhere || slug !== competition.slug || timeZone !== competition.timeZone)) {
      return userError(context, CompetitionOpenedError, 'setup.basicsStand');
    }
    if (hostId !== competition.host.id && !(await isHostFor(inside, hostId))) throw notFound(context);
    if (isElsewhere && !(await isWithinReach(inside, hostId, regionId))) {
      return fieldProblem(context, 'regionId', 'setup.regionOutOfReach');
    }
    const taken = slug === competition.slug ? null : await claimSlug(context, em, slug);
    if (taken) return taken;
    if (timeZone !== competition.timeZone) await keepClocks(em, competition, timeZone);
    em.assign(competition, {
      slug,
      timeZone,
      host: em.getReference(Organization, hostId, { wrapped: true }),
      region: em.getReference(Region, regionId, { wrapped: true }),
      name: LocalizedText.of(name),
      tagline: LocalizedText.of(tagline),
      description: LocalizedText.of(description),
    });
    recordAct(context, em, 'setCompetitionBasics', { type: 'Competition', id: competitionId }, parsed);
    return make(SetCompetitionBasicsSuccess, { competition });
  });
}

/** Stages keep their dates and times of day in the new zone. */
async function keepClocks(em: EntityManager, competition: Competition, timeZone: string): Promise<void> {
  const stages = await em.find(Stage, { competition });
  for (const stage of stages) {
    const there = (instant: Date) => instantOf(wallClock(instant, competition.timeZone), timeZone).instant;
    em.assign(stage, { opensAt: there(stage.opensAt), closesAt: there(stage.closesAt) });
  }
}
