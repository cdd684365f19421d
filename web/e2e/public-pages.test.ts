import { beforeAll, expect, test } from 'vitest';
import {
  makeActivity,
  makeEntry,
  makeJudges,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from '../../api/src/test/factories.ts';
import { BallotMethod, BallotStyle } from '../../api/src/competition/competitions/index.ts';
import { publishResults } from '../../api/src/scoring/rankings/index.ts';
import { endStages, markEntries, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout, visits } from './page-check.ts';

const laurel = startLaurel();
let running: TestCompetition;
let published: TestCompetition;
let entry: TestEntry;
let ballots: TestCompetition;
let choice: TestEntry;

beforeAll(async () => {
  const { world } = laurel;
  running = await openCompetition(world);
  entry = await makeEntry(world, running);
  await makeActivity(world, entry);
  await makeEntry(world, running, { category: 1 });

  const ballotRule = { style: BallotStyle.BALLOT, method: BallotMethod.RANKED, minChoices: 1, maxChoices: 3 };
  ballots = await openCompetition(world, { ballotRule });
  choice = await makeEntry(world, ballots);

  published = await openCompetition(world);
  const marks = new Map<string, string>();
  for (const mark of ['9', '8', '7.5', '6']) marks.set((await makeEntry(world, published)).id, mark);
  await makeJudges(world, published, 1);
  await markEntries(world, published, marks);
  await endStages(world, published);
  await publishResults(world.contextOf(published.organizer), { competitionId: published.id });
});

test.each(visits)(
  'once results are published no page has a barrier, nor has one that is not there ($language)',
  async (visit) => {
    const home = `/c/${published.slug}`;
    const paths = [home, `${home}/entries/1`, `${home}/results`];
    expect(await complaintsAbout(laurel, paths, visit)).toEqual({});
    expect(await complaintsAbout(laurel, ['/nowhere'], visit)).toEqual({});
  },
);

test.each(visits)(
  'nor has a list that finds nothing, nor have the pages of a voter: the rule, the ballot with its tray, my votes ($language)',
  async (visit) => {
    const ballot = `/c/${ballots.slug}/ballot`;
    const stops = [
      `/c/${running.slug}/entries?search=nothing`,
      // The rule over the page.
      { path: `/c/${running.slug}/entries/${entry.number}`, press: 'main section p button' },
      `/c/${running.slug}/my-votes`,
      `/c/${running.slug}/ballot`,
      `/c/${ballots.slug}/entries/${choice.number}`,
      ballot,
      { path: ballot, press: 'article button' },
      // It stays chosen over the visit, and the tray opens.
      { path: ballot, press: 'main > div > section:last-child button' },
    ];
    expect(await complaintsAbout(laurel, stops, visit)).toEqual({});
  },
);

test.each(visits)(
  'somebody with no role yet finds no barrier either, nor on the pages of others ($language)',
  async (visit) => {
    const as = await makePerson(laurel.world);
    const entryPath = `/c/${running.slug}/entries/${entry.number}`;
    const paths = [entryPath, '/projects', '/judge', `/organize/${running.slug}`];
    expect(await complaintsAbout(laurel, paths, { ...visit, as })).toEqual({});
  },
);
