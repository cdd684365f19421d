import { saveProjectInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { invalidField, parseInput } from '../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../core/graphql/user-error.ts';
import { basicsKey } from '../forms/index.ts';
import { Region } from '../../people/organizations/index.ts';
import { Team } from '../../people/teams/index.ts';
import { basicsText } from './basics.ts';
import { keepRevision } from './keep-revision.ts';
import { Language, Project } from './project.entity.ts';
import { assertMember } from './project.policy.ts';
import { SaveProjectSuccess, StaleVersionError, type SaveProjectInput } from './project.types.ts';

/**
 * Saves what is given of the basics and raises their version. Of two people who edited the same version, the second gets
 * the first one's text back instead of overwriting it.
 */
export async function saveProject(
  context: Context,
  input: SaveProjectInput,
): Promise<SaveProjectSuccess | StaleVersionError | InvalidInputError> {
  if (!isId(input.projectId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: input.projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const parsed = parseInput(context, saveProjectInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    if (project.version !== parsed.version) {
      return userError(context, StaleVersionError, 'project.stale', { project });
    }
    const places = await findPlaces(em, project, parsed);
    const fault = places.fault ?? datesInOrder(project, parsed);
    if (fault) return invalidField(context, fault);
    const { title, summary, language, startedOn, endedOn, beneficiaries, videoUrl } = parsed;
    if (title) project.title = LocalizedText.of(title);
    if (summary) project.summary = LocalizedText.of(summary);
    if (language) project.language = Language[language];
    if (startedOn !== undefined) project.startedOn = startedOn;
    if (endedOn !== undefined) project.endedOn = endedOn;
    if (beneficiaries !== undefined) project.beneficiaries = beneficiaries || null;
    if (videoUrl !== undefined) project.videoUrl = videoUrl || null;
    em.assign(project, places.found);
    project.version += 1;
    project.updatedAt = context.clock.now();
    await keepRevision(em, {
      project,
      key: basicsKey,
      version: project.version,
      text: basicsText(project),
      savedAt: project.updatedAt,
      savedById: context.viewer?.id ?? null,
    });
    return make(SaveProjectSuccess, { project });
  });
}

type Given = Pick<SaveProjectInput, 'regionId' | 'teamId' | 'startedOn' | 'endedOn'>;

/** Any region, but a team of its own organization; or the field that names neither. */
async function findPlaces(em: EntityManager, project: Project, { regionId, teamId }: Given) {
  const found: { region?: Region; team?: Team | null } = {};
  if (regionId) {
    const region = isId(regionId) ? await em.findOne(Region, { id: regionId }) : null;
    if (!region) return { found, fault: 'regionId' };
    found.region = region;
  }
  if (teamId) {
    const team = isId(teamId) ? await em.findOne(Team, { id: teamId, organization: project.organization.id }) : null;
    if (!team) return { found, fault: 'teamId' };
    found.team = team;
  } else if (teamId === null) found.team = null;
  return { found, fault: null };
}

function datesInOrder(project: Project, given: Given): 'endedOn' | null {
  const { startedOn = project.startedOn, endedOn = project.endedOn } = given;
  return startedOn && endedOn && endedOn < startedOn ? 'endedOn' : null;
}
