import { beforeAll, describe, expect, test } from 'vitest';
import { makeActivity, makeEntry, makeJudges, makePerson, makeRegion } from '../../api/src/test/factories.ts';
import { makeTree } from '../../api/src/test/nominations.ts';
import { makeVerifier } from '../../api/src/test/organizations.ts';
import { markEntries, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout, visits, type Stop } from './page-check.ts';
import { addresses, roleOf, routes, type Role } from './pages.ts';

const laurel = startLaurel();
let people: Record<Role, { email: string }>;
let at: Map<string, string>;
/** What of a page shows after a press or under another address, by the page. */
let more: Record<string, (path: string) => Stop[]>;

beforeAll(async () => {
  const { world } = laurel;
  const competition = await openCompetition(world, { hasFinal: true });
  const entry = await makeEntry(world, competition);
  await makeActivity(world, entry);
  const marked = await makeEntry(world, competition, { category: 1 });
  const [judge] = await makeJudges(world, competition, 1);
  await markEntries(world, competition, new Map([[marked.id, '8.5']]));
  const waiting = await makeEntry(world, competition, { isAccepted: false });
  const { counties } = await makeTree(world);
  const viewers = {
    organizer: competition.organizer,
    judge: judge ?? null,
    member: entry.organization.member,
    unit: counties[0].member,
    region: await makeVerifier(world, await makeRegion(world)),
    voter: await makePerson(world),
  };
  people = viewers as typeof people;
  at = await addresses(async (role, query) => (await world.run(role && viewers[role], query)).data as never);
  const drawer = '[aria-controls=sheet-drawer]';
  const finished = await world.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from assignments where entry_id = ?', [marked.id]);
  more = {
    '/projects/:id': (path) => [`${path}?part=needs`, `${path}?part=submit`],
    '/judge/assignments/:id': (path) => [
      { path, press: drawer },
      { path: `/judge/assignments/${finished[0]?.id}`, press: drawer },
    ],
    '/verify': (path) => [{ path, press: '[aria-controls=account-panel]' }],
    '/organize/:slug': (path) => [{ path, press: '[aria-controls=organizer-menu]' }],
    '/organize/:slug/judging': (path) => [{ path, press: 'main button' }],
    '/organize/:slug/ranking': (path) => [`${path}?view=RESULT`],
    '/organize/:slug/entries': (path) => {
      const oneEntry = `${path}?entry=${waiting.number}`;
      return ['R', 'T'].map((key) => ({ path: oneEntry, press: `[aria-keyshortcuts=${key}]` }));
    },
    '/organize/:slug/entries/:number/alike/:other': () => [
      `/organize/${competition.slug}/entries/${waiting.number}/alike/${entry.id}`,
    ],
    '/organize/:slug/panels': (path) => [
      { path, press: 'button[aria-label^="Retire"], button[aria-label$="退出评审"]' },
      { path, press: 'button[aria-label^="Sheets of"], button[aria-label$="的评分表"]' },
    ],
    '/organize/:slug/scoring-rule/:stage': (path) => [
      `${path.replace('review', 'final')}?step=ties`,
      `${path.replace('review', 'final')}?step=result`,
    ],
    '/organize/:slug/worksheet/:stage/:number': (path) => [path.replace(/\d+$/, String(marked.number))],
  };
});

/** A handful for each test, so that it has the time of a test also where the machine is busy. */
const handfuls = [...Map.groupBy(routes, roleOf)].flatMap(([role, pages]) =>
  Array.from({ length: Math.ceil(pages.length / 6) }, (_, index) => {
    const some = pages.slice(index * 6, index * 6 + 6);
    return { role, some, from: some[0] };
  }),
);

describe.each(visits)('on a phone, light and dark ($language)', (visit) => {
  test.each(handfuls)('every page has no barrier, no missing word and no overflow: from $from on', async (handful) => {
    const stops = handful.some.flatMap((route) => {
      const path = at.get(route) ?? '/';
      // What a press shows has the words of its page; one language is enough for the barriers.
      return [path, ...(visit.language === 'zh-CN' ? (more[route]?.(path) ?? []) : [])];
    });
    const as = handful.role ? { as: people[handful.role] } : {};
    expect(await complaintsAbout(laurel, stops, { ...visit, ...as })).toEqual({});
  });
});
