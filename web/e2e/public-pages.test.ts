import { beforeAll, expect, test } from 'vitest';
import {
  makeActivity,
  makeEntry,
  makeJudges,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from '../../api/src/test/factories.ts';
import { publishResults } from '../../api/src/modules/rankings/index.ts';
import { endStages, markEntries, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';

const laurel = startLaurel();
let running: TestCompetition;
let published: TestCompetition;
let entry: TestEntry;

beforeAll(async () => {
  const { world } = laurel;
  running = await openCompetition(world);
  entry = await makeEntry(world, running);
  await makeActivity(world, entry);
  await makeEntry(world, running, { category: 1 });

  published = await openCompetition(world);
  const marks = new Map<string, string>();
  for (const mark of ['9', '8', '7.5', '6']) marks.set((await makeEntry(world, published)).id, mark);
  await makeJudges(world, published, 1);
  await markEntries(world, published, marks);
  await endStages(world, published);
  await publishResults(world.contextOf(published.organizer), { competitionId: published.id });
});

test.each(['zh-CN', 'en'] as const)(
  'every public page has no barrier, no missing word and no overflow on a phone, light and dark (%s)',
  async (language) => {
    const paths = [
      '/',
      `/c/${running.slug}`,
      `/c/${running.slug}/entries`,
      `/c/${running.slug}/entries?search=nothing`,
      `/c/${running.slug}/entries/${entry.number}`,
      `/c/${running.slug}/results`,
      `/c/${published.slug}`,
      `/c/${published.slug}/entries/1`,
      `/c/${published.slug}/results`,
      '/sign-in',
      '/nowhere',
    ];
    expect(await complaintsAbout(laurel, paths, { language })).toEqual({});
  },
);

test.each(['zh-CN', 'en'] as const)(
  'somebody with no role yet finds no barrier either, nor on the pages of others (%s)',
  async (language) => {
    const as = await makePerson(laurel.world);
    const entryPath = `/c/${running.slug}/entries/${entry.number}`;
    const paths = [entryPath, '/projects', '/judge', `/organize/${running.slug}`];
    expect(await complaintsAbout(laurel, paths, { language, as })).toEqual({});
  },
);
