import {
  appointRegionOrganizers,
  createProject,
  CreateProjectSuccess,
  importBallots,
  Language,
  OrganizationKind,
  publishResults,
  PublishResultsSuccess,
  registerOrganization,
  RegisterOrganizationSuccess,
  shortlistEntries,
  ShortlistEntriesSuccess,
  type Viewer,
} from '@laurel/api';
import { activities } from '../generate/activities.ts';
import { ballots } from '../generate/ballots.ts';
import { competitions } from '../generate/competitions.ts';
import { dayFrom, plusMinutes } from '../generate/dates.ts';
import { isSheetDone, markFor } from '../generate/marks.ts';
import { organizations } from '../generate/organizations.ts';
import { memberships, organizers, panels, people, regionOrganizers, waitingOrganizations } from '../generate/people.ts';
import { regions } from '../generate/places.ts';
import { submittedAt, submittedProjects } from '../generate/submissions.ts';
import { teams } from '../generate/teams.ts';
import type { BallotSeed, SeedState } from '../types.ts';
import { loadCompetition, type LoadedCompetition } from './competition.ts';
import { loadEntries, loadProjects, type LoadedEntries } from './entries.ts';
import { loadSheets } from './judging.ts';
import { readyProject } from './own-projects.ts';
import { loadNominations, loadUnits } from './units.ts';
import { loadActivities, loadRegistry, type Registry } from './registry.ts';
import { chunksOf, expectResult, need, type Scene } from './scene.ts';

/** How many wait for the organizers where submissions are still open. */
const waiting = 36;
const shortlistQuota = 100;
const finalJudges = 9;

/** How many steps the progress bar has. */
export function stepsOf(state: SeedState): number {
  const entries = submittedProjects(state).length;
  const review = panels().find((panel) => panel.stageKind === 'REVIEW')?.judgesPerEntry ?? 0;
  const sheets = {
    'submissions-open': 0,
    'voting-open': Math.round(entries * review * 0.6),
    'results-published': entries * review + shortlistQuota * finalJudges,
  };
  return 4 + teams().length + entries + activities().length + [...ballots(state)].length + sheets[state];
}

/** Loads one state of the demonstration, laid around the anchor's day, into an empty database. */
export async function loadDemonstration(on: Scene, state: SeedState, anchor: Date): Promise<void> {
  const projects = submittedProjects(state);
  const happened = activities(anchor);
  const votes = [...ballots(state)];
  const [current, next] = competitions(anchor, state);
  if (!current || !next) throw new Error('the data has no competition');
  on.clock.set(dayFrom(anchor, -150));
  const registry = await loadRegistry(on, {
    regions: regions(),
    organizations: organizations(),
    teams: teams(),
    people: people(),
    memberships: memberships(),
  });
  const coming = await loadCompetition(on, registry, next, organizers(), panels());
  await loadUnits(on, coming, anchor);
  on.clock.set(plusMinutes(dayFrom(anchor, -150), 1));
  const competition = await loadCompetition(on, registry, current, organizers(), panels());
  const runs = organizers().find(({ competitionSlug }) => competitionSlug === current.slug);
  if (!runs) throw new Error(`nobody runs ${current.slug}`);
  const organizer = need(registry.people, runs.email, 'person');

  const loaded = await loadEntries(on, registry, competition, organizer, projects, {
    submittedAt: (key) => submittedAt(key, state, anchor) ?? anchor,
    waiting: state === 'submissions-open' ? waiting : 0,
  });
  await loadActivities(on, registry, happened, loaded.projects);
  await loadOwnProjects(on, registry, anchor);
  await loadNominations(on, registry, coming);
  await loadWaitingOrganizations(on, registry, anchor);
  if (state === 'submissions-open') return;
  await loadVotes(on, competition, loaded, votes, anchor);
  await judge(on, competition, loaded, { organizer, state, anchor });
}

/** The member's projects: one ready to be entered, one just begun. */
async function loadOwnProjects(on: Scene, registry: Registry, anchor: Date): Promise<void> {
  const [membership] = memberships();
  const organization = organizations().find(({ slug }) => slug === membership?.organizationSlug);
  if (!organization) throw new Error('the member belongs to no organization');
  on.clock.set(anchor);
  await loadProjects(on, registry, [{ seed: readyProject(organization.slug, organization.regionCode) }]);
  expectResult(
    await createProject(on.operator(), {
      organizationId: need(registry.organizations, organization.slug, 'organization'),
      title: { zh: '年货大集志愿岗', en: 'Volunteers at the New Year Fair' },
      language: Language.ZH_CN,
    }),
    CreateProjectSuccess,
    'project',
  );
}

/** Organizations that wait for the region organizer to verify them. */
async function loadWaitingOrganizations(on: Scene, registry: Registry, anchor: Date): Promise<void> {
  await appointRegionOrganizers(
    on.operator(),
    regionOrganizers().map(({ email, regionCode }) => ({
      regionId: need(registry.regions, regionCode, 'region'),
      userId: need(registry.people, email, 'person').id,
    })),
  );
  for (const { email, name, kind, regionCode, contact, hoursAgo } of waitingOrganizations()) {
    on.clock.set(plusMinutes(anchor, -60 * hoursAgo));
    const input = { name, kind: OrganizationKind[kind], contact, isNew: true };
    expectResult(
      await registerOrganization(on.as(need(registry.people, email, 'person')), {
        ...input,
        regionId: need(registry.regions, regionCode, 'region'),
      }),
      RegisterOrganizationSuccess,
      `organization ${name.zh}`,
    );
  }
  on.clock.set(anchor);
}

async function loadVotes(
  on: Scene,
  competition: LoadedCompetition,
  { entries }: LoadedEntries,
  votes: BallotSeed[],
  anchor: Date,
) {
  for (const chunk of chunksOf(votes, 600)) {
    await importBallots(
      on.operator(),
      competition.id,
      chunk.map(({ voterEmail, entryKey, castDayOffset, minuteOfDay }) => ({
        voterEmail,
        entryId: need(entries, entryKey, 'entry'),
        castAt: plusMinutes(dayFrom(anchor, castDayOffset), minuteOfDay),
      })),
    );
    on.done(chunk.length, 'votes');
  }
}

async function judge(
  on: Scene,
  competition: LoadedCompetition,
  loaded: LoadedEntries,
  { organizer, state, anchor }: { organizer: Viewer; state: SeedState; anchor: Date },
) {
  const own = panels().filter((panel) => panel.competitionSlug === competition.seed.slug);
  const stage = (kind: 'REVIEW' | 'FINAL') => {
    const window = competition.seed.stages.find((candidate) => candidate.kind === kind);
    const judgesPerEntry = own.find((panel) => panel.stageKind === kind)?.judgesPerEntry;
    if (!window || judgesPerEntry === undefined) throw new Error(`the data has no stage ${kind}`);
    return { ...window, judgesPerEntry };
  };
  const review = stage('REVIEW');
  on.clock.set(state === 'voting-open' ? anchor : plusMinutes(review.opensAt, 60));
  await loadSheets(on, competition, loaded, organizer, {
    stage: 'REVIEW',
    judgesPerEntry: review.judgesPerEntry,
    isDone: (code, key) => isSheetDone(state, code, key),
    markFor,
  });
  if (state === 'voting-open') return;
  on.clock.set(plusMinutes(review.closesAt, 60));
  expectResult(
    await shortlistEntries(on.as(organizer), { competitionId: competition.id, quota: shortlistQuota }),
    ShortlistEntriesSuccess,
    'shortlist',
  );
  const final = stage('FINAL');
  on.clock.set(plusMinutes(final.opensAt, 60));
  await loadSheets(on, competition, loaded, organizer, {
    stage: 'FINAL',
    judgesPerEntry: final.judgesPerEntry,
    isDone: () => true,
    markFor,
  });
  const publication = competition.seed.stages.find(({ kind }) => kind === 'PUBLICATION');
  on.clock.set(plusMinutes(publication?.opensAt ?? final.closesAt, 10 * 60));
  expectResult(
    await publishResults(on.as(organizer), { competitionId: competition.id }),
    PublishResultsSuccess,
    'results',
  );
}
