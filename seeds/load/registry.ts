import {
  HourEvidence,
  OrganizationKind,
  recordActivities,
  RegionLevel,
  registerOrganizations,
  registerPeople,
  registerRegions,
  registerTeams,
  type Viewer,
} from '@laurel/api';
import { volunteers } from '../generate/volunteers.ts';
import type { ActivitySeed, MembershipSeed, OrganizationSeed, PersonSeed, RegionSeed, TeamSeed } from '../types.ts';
import { chunksOf, need, type Scene } from './scene.ts';

/** Ids of what the competitions build on, by the keys of the data. */
export interface Registry {
  regions: Map<string, string>;
  organizations: Map<string, string>;
  teams: Map<string, string>;
  volunteers: Map<string, string>;
  people: Map<string, Viewer>;
}

interface RegistryData {
  regions: RegionSeed[];
  organizations: OrganizationSeed[];
  teams: TeamSeed[];
  people: PersonSeed[];
  memberships: MembershipSeed[];
}

/** Regions, people, organizations with their members, teams with their volunteers. */
export async function loadRegistry(scene: Scene, data: RegistryData): Promise<Registry> {
  const regions = await registerRegions(
    scene.operator(),
    data.regions.map(({ code, zh, en, level, parentCode }) => ({
      code,
      name: { zh, en },
      level: RegionLevel[level],
      ...(parentCode !== undefined && { parentCode }),
    })),
  );
  scene.done(1, 'regions');
  const ids = await registerPeople(
    scene.operator(),
    data.people.map(({ email, name }) => ({ email, name: name.zh })),
  );
  const people = new Map(
    data.people.map(({ email, name }) => [email, { id: need(ids, email, 'person'), email, name: name.zh }]),
  );
  const members = Map.groupBy(data.memberships, (membership) => membership.organizationSlug);
  const organizations = await registerOrganizations(
    scene.operator(),
    data.organizations.map(({ slug, name, kind, regionCode }) => ({
      slug,
      name,
      kind: OrganizationKind[kind],
      regionId: need(regions, regionCode, 'region'),
      memberIds: (members.get(slug) ?? []).map(({ email }) => need(ids, email, 'person')),
    })),
  );
  scene.done(1, 'organizations');
  const teams = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const chunk of chunksOf(data.teams, 60)) {
    const registered = await registerTeams(
      scene.operator(),
      chunk.map((team) => ({
        key: team.key,
        name: team.name,
        organizationId: need(organizations, team.organizationSlug, 'organization'),
        regionId: need(regions, team.regionCode, 'region'),
        foundedOn: team.foundedOn,
        volunteers: volunteers(team),
      })),
    );
    for (const [key, id] of registered.teams) teams.set(key, id);
    for (const [number, id] of registered.volunteers) numbers.set(number, id);
    scene.done(chunk.length, 'teams and volunteers');
  }
  return { regions, organizations, teams, volunteers: numbers, people };
}

/** What volunteers did; `projects` are the ids of the projects that are already there. */
export async function loadActivities(
  scene: Scene,
  registry: Registry,
  activities: ActivitySeed[],
  projects: ReadonlyMap<string, string>,
): Promise<void> {
  for (const chunk of chunksOf(activities, 100)) {
    const known = chunk.filter(({ projectKey }) => projectKey === undefined || projects.has(projectKey));
    await recordActivities(
      scene.operator(),
      known.map((activity) => ({
        title: activity.title,
        ...(activity.series && { series: activity.series }),
        ...(activity.report && { report: activity.report }),
        organizationId: need(registry.organizations, activity.organizationSlug, 'organization'),
        ...(activity.teamKey !== undefined && { teamId: need(registry.teams, activity.teamKey, 'team') }),
        ...(activity.projectKey !== undefined && { projectId: need(projects, activity.projectKey, 'project') }),
        regionId: need(registry.regions, activity.regionCode, 'region'),
        ...(activity.place !== undefined && { place: activity.place }),
        startsAt: new Date(activity.startsAt),
        endsAt: new Date(activity.endsAt),
        measures: activity.measures,
        participations: activity.participations.map(({ volunteerNumber, minutes, evidence }) => ({
          volunteerId: need(registry.volunteers, volunteerNumber, 'volunteer'),
          minutes,
          evidence: HourEvidence[evidence],
        })),
      })),
    );
    scene.done(chunk.length, 'activities');
  }
}
