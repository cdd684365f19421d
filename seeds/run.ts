import {
  fixedClock,
  countIds,
  openOrm,
  publishResults,
  PublishResultsSuccess,
  readSettings,
  shortlistEntries,
  ShortlistEntriesSuccess,
  importBallots,
  createProject,
  CreateProjectSuccess,
  Language,
  withSecret,
} from '@laurel/api';
import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { activities } from './generate/activities.ts';
import { ballots } from './generate/ballots.ts';
import { competitions } from './generate/competitions.ts';
import { dayFrom, plusMinutes } from './generate/dates.ts';
import { isSheetDone, markFor } from './generate/marks.ts';
import { organizations } from './generate/organizations.ts';
import { memberships, organizers, panels, people } from './generate/people.ts';
import { regions } from './generate/places.ts';
import { submittedAt, submittedProjects } from './generate/submissions.ts';
import { teams } from './generate/teams.ts';
import { loadCompetition, type LoadedCompetition } from './load/competition.ts';
import { loadEntries, loadProject, type LoadedEntries } from './load/entries.ts';
import { loadSheets } from './load/judging.ts';
import { readyProject } from './load/own-projects.ts';
import { loadActivities, loadRegistry, type Registry } from './load/registry.ts';
import { chunksOf, expectResult, makeScene, need, type Scene } from './load/scene.ts';
import type { BallotSeed, SeedState } from './types.ts';

const states: SeedState[] = ['submissions-open', 'voting-open', 'results-published'];
/** How many wait for the organizers where submissions are still open. */
const waiting = 36;
const shortlistQuota = 100;

const { databaseUrl, state, today } = new Command('seed')
  .description('Loads the demonstration into an empty, migrated database.')
  .requiredOption('--database-url <url>', 'PostgreSQL')
  .addOption(new Option('--state <state>', 'what is open').choices(states).default('voting-open'))
  .option('--today <date>', 'the day the stages are laid around, such as 2026-11-21 (today)')
  .parse()
  .opts<{ databaseUrl: string; state: SeedState; today?: string }>();

countIds();
const anchor = today === undefined ? new Date() : new Date(`${today}T04:00:00Z`);
const started = Date.now();
const bar = new SingleBar({
  format: '  {bar} {percentage}% {doing}',
  barsize: 28,
  stream: process.stderr,
  noTTYOutput: true,
  notTTYSchedule: 5_000,
  hideCursor: true,
});
const orm = await openOrm(databaseUrl, { logger: () => undefined });
const scene = makeScene(orm, fixedClock(anchor), withSecret(readSettings()).secret, (count, doing) => {
  bar.increment(count, { doing });
});
try {
  await load(scene);
} finally {
  bar.stop();
  await orm.close(true);
}
process.stderr.write(`  loaded ${state} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);

async function load(on: Scene): Promise<void> {
  const projects = submittedProjects(state);
  const happened = activities(anchor);
  const votes = [...ballots(state)];
  const [current, next] = competitions(anchor, state);
  if (!current || !next) throw new Error('the data has no competition');
  bar.start(
    2 + teams().length + 2 + projects.length + happened.length + expectedSheets(projects.length) + votes.length,
    0,
    { doing: '' },
  );

  on.clock.set(dayFrom(anchor, -150));
  const registry = await loadRegistry(on, {
    regions: regions(),
    organizations: organizations(),
    teams: teams(),
    people: people(),
    memberships: memberships(),
  });
  const following = await loadCompetition(on, registry, next, organizers(), panels());
  on.clock.set(plusMinutes(dayFrom(anchor, -150), 1));
  const competition = await loadCompetition(on, registry, current, organizers(), panels());
  const organizer = need(registry.people, need(ofSlug(organizers()), current.slug, 'organizer of').email, 'person');

  const loaded = await loadEntries(on, registry, competition, organizer, projects, {
    submittedAt: (key) => need(new Map([[key, submittedAt(key, state, anchor)]]), key, 'instant of') ?? anchor,
    waiting: state === 'submissions-open' ? waiting : 0,
  });
  await loadActivities(on, registry, happened, loaded.projects);
  await loadOwnProjects(on, registry, following);
  if (state === 'submissions-open') return;
  await loadVotes(on, competition, loaded, votes);
  await judge(on, registry, competition, loaded, organizer);
}

const ofSlug = (list: ReturnType<typeof organizers>) => new Map(list.map((item) => [item.competitionSlug, item]));

function expectedSheets(entries: number): number {
  if (state === 'submissions-open') return 0;
  const review = panels().filter((panel) => panel.stageKind === 'REVIEW');
  const each = Math.max(...review.map((panel) => panel.judgesPerEntry));
  return state === 'voting-open' ? Math.round(entries * each * 0.6) : entries * each + shortlistQuota * 9;
}

/** The member's desk: one project ready to be entered, one just begun. */
async function loadOwnProjects(on: Scene, registry: Registry, _following: LoadedCompetition): Promise<void> {
  const [membership] = memberships();
  const organization = organizations().find(({ slug }) => slug === membership?.organizationSlug);
  if (!organization) throw new Error('the member belongs to no organization');
  on.clock.set(anchor);
  await loadProject(on, registry, readyProject(organization.slug, organization.regionCode));
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

async function loadVotes(on: Scene, competition: LoadedCompetition, { entries }: LoadedEntries, votes: BallotSeed[]) {
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
  registry: Registry,
  competition: LoadedCompetition,
  loaded: LoadedEntries,
  organizer: Registry['people'] extends Map<string, infer V> ? V : never,
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
  await loadSheets(on, registry, competition, loaded, organizer, {
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
  await loadSheets(on, registry, competition, loaded, organizer, {
    stage: 'FINAL',
    judgesPerEntry: final.judgesPerEntry,
    isDone: () => true,
    markFor,
  });
  on.clock.set(plusMinutes(final.closesAt, 24 * 60));
  expectResult(
    await publishResults(on.as(organizer), { competitionId: competition.id }),
    PublishResultsSuccess,
    'results',
  );
}
