import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../core/context.ts';
import { countStatements } from '../../test/database.ts';
import { makePerson } from '../../test/factories.ts';
import { makeSecretWorld, secretName, type SecretWorld } from '../../test/secret-world.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import { sql } from '../../test/act.ts';
import { blindToEntries, Entry, isBlindToEntry } from '../../competition/entries/index.ts';
import { retireJudge } from './seats/retire-judge.ts';

const world = sharedWorld();
let made: SecretWorld;
const people: Record<string, Viewer | null> = {};
beforeAll(async () => {
  made = await makeSecretWorld(world);
  const { blind, plain, alpha, judge } = made;
  const em = world.orm.em.fork();
  const also = async (table: string, columns: string, values: unknown[], person: Viewer) => {
    await em.execute(`insert into ${table} (${columns}) values (${values.map(() => '?').join(', ')})`, values);
    return person;
  };
  const [seat] = await em.execute<{ id: string }[]>("select id from judges where code = 'CODE-BE3'");
  await retireJudge(world.contextOf(blind.organizer), { judgeId: seat?.id ?? '', reason: 'ill', keepsSheets: true });
  const judgeAndMember = judge('CODE-BH2');
  const judgeAndOrganizer = judge('CODE-BE2');
  Object.assign(people, {
    visitor: null,
    voter: made.voter,
    member: alpha.member,
    organizer: blind.organizer,
    'judge of the panel': judge('CODE-BE1'),
    'judge of another panel': judge('CODE-BH1'),
    'retired judge': judge('CODE-BE3'),
    'judge of the plain competition': judge('CODE-PE1'),
    'judge and member': await also(
      'organization_members',
      'organization_id, user_id, joined_at',
      [alpha.id, judgeAndMember.id, new Date()],
      judgeAndMember,
    ),
    'judge and organizer': await also(
      'competition_organizers',
      'competition_id, user_id',
      [blind.id, judgeAndOrganizer.id],
      judgeAndOrganizer,
    ),
    'judge of the blind, organizer of the plain': await also(
      'competition_organizers',
      'competition_id, user_id',
      [plain.id, judge('CODE-BH1').id],
      judge('CODE-BH1'),
    ),
  });
  people['judge of another panel'] = await makePerson(world);
  await em.execute(
    `insert into judges (id, panel_id, user_id, code) select gen_random_uuid(), panel_id, ?, 'CODE-BH3' from judges where code = 'CODE-BH1'`,
    [people['judge of another panel']?.id],
  );
});

const page = `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) {
  title summary sections { key text } answers { key value } videoUrl beneficiaries key organization { name slug } region { name parent { name } }
  activities { totalCount edges { node { title } } } evidence { hours } number category { key } rejectionReason } }`;
const read = async (viewer: Viewer | null, locale?: 'en' | 'zh-CN') => {
  const variables = { slug: made.blind.slug, number: made.entries.alpha.number };
  const { data, errors } = await world.run(viewer, page, variables, locale);
  expect(errors).toEqual([]);
  return data.entry;
};
const blindOnes = ['judge of the panel', 'judge of another panel', 'retired judge'];
const seeing = ['visitor', 'voter', 'member', 'organizer', 'judge of the plain competition', 'judge and organizer'];
const as = (name: string): Viewer | null => people[name] ?? null;

describe('whose an entry is', () => {
  test.each(blindOnes)('is hidden from: %s', async (name) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const entry = await read(as(name), locale);
      expect(JSON.stringify(entry)).not.toMatch(secretName);
      expect(entry).toMatchObject({
        organization: null,
        region: null,
        key: null,
        activities: { totalCount: 0, edges: [] },
      });
    }
    expect(await read(as(name))).toMatchObject({
      title: '■■■ of ■■■',
      summary: 'One sentence of ■■■',
      videoUrl: null,
      // A judge who gave up the seat judges no more.
      answers: name === 'retired judge' ? [] : [{ key: 'partners', value: 'With the ■■■ and ■■■ of ■■■' }],
      beneficiaries: '■■■的老人, the elders of ■■■',
      evidence: { hours: '1.5' },
      category: { key: 'education' },
    });
    expect((await read(as(name))).sections[0]).toEqual({
      key: 'needs',
      text: '■■■的■■■，■■■，队员■■■，联系人■■■。\n    In ■■■ and ■■■ the ■■■, with its ■■■ team, is at home.',
    });
  });

  test.each([...seeing, 'judge and member'])('is shown to: %s', async (name) => {
    expect(await read(as(name))).toMatchObject({
      title: 'Inkfeather Alpha of Darkwell',
      organization: { slug: 'geheim-alpha' },
      region: { name: 'Glenshade District', parent: { name: 'Darkwell City' } },
      key: 'GEHEIM-0',
      activities: { totalCount: 1 },
    });
  });

  test('what the project entered before has the same title, and is as blind', async () => {
    const query = `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) { title organization { name } } }`;
    const titleFor = async (name: string, number: number) =>
      (await world.run(as(name), query, { slug: made.plain.slug, number })).data.entry;
    expect(await titleFor('judge of the panel', made.entries.earlier.number)).toEqual({
      title: '■■■ of ■■■',
      organization: null,
    });
    expect((await titleFor('judge of the panel', made.entries.plain.number)).organization).not.toBeNull();
    // Organizers see what they organize, also where they judge somewhere else.
    const organized = await titleFor('judge of the blind, organizer of the plain', made.entries.earlier.number);
    expect(organized.organization.name).toMatch(secretName);
  });
});

const ways = `query ($slug: String!, $organization: String!, $team: ID!, $region: String, $word: String) {
  competition(slug: $slug) { entries { totalCount } inRegion: entries(regionCode: $region) { totalCount }
    found: entries(search: $word) { totalCount edges { node { id } } } entriesByRegion { entries region { name } } stories { title } }
  organization(slug: $organization) { name entries { totalCount edges { node { number } } } activities { totalCount } }
  team(id: $team) { name activities { totalCount } } }`;
const ask = async (name: string, word: string, region = 'GEHEIM-1') => {
  const { alpha, blind } = made;
  const variables = { slug: blind.slug, organization: alpha.slug, team: alpha.teamId, region, word };
  const { data, errors } = await world.run(as(name), ways, variables);
  expect(errors).toEqual([]);
  return data;
};

describe('ways from a name to an entry', () => {
  test.each(blindOnes)('are closed to: %s', async (name) => {
    const data = await ask(name, 'geheim-alpha');
    expect(data.competition).toEqual({
      entries: { totalCount: 3 },
      inRegion: { totalCount: 0 },
      found: { totalCount: 0, edges: [] },
      entriesByRegion: [],
      stories: [],
    });
    // The pages are there; only what leads to the entry is not.
    expect(data.organization).toEqual({
      name: 'GEHEIM-Alpha Society',
      entries: { totalCount: 0, edges: [] },
      activities: { totalCount: 0 },
    });
    expect(data.team).toEqual({ name: 'Inkfeather Alpha Volunteers', activities: { totalCount: 0 } });
    for (const word of ['密甲互助社', '暗泉', 'Inkfeather', 'sentence', '■■■']) {
      expect((await ask(name, word)).competition.found.totalCount, word).toBe(0);
    }
    for (const region of ['GEHEIM-2', 'GEHEIM-3']) {
      expect((await ask(name, '', region)).competition.inRegion.totalCount).toBe(0);
    }
    const byNumber = (await ask(name, String(made.entries.alpha.number))).competition.found;
    expect(byNumber.edges).toEqual([{ node: { id: made.entries.alpha.id } }]);
  });

  test.each(['visitor', 'voter', 'organizer', 'judge of the plain competition'])('are open to: %s', async (name) => {
    const data = await ask(name, 'geheim-alpha');
    expect(data.competition).toMatchObject({ inRegion: { totalCount: 2 }, found: { totalCount: 1 } });
    expect(data.competition.entriesByRegion).toContainEqual({ entries: 2, region: { name: 'Darkwell City' } });
    expect(data.competition.stories).toHaveLength(2);
    expect(data.organization).toMatchObject({ entries: { totalCount: 2 }, activities: { totalCount: 1 } });
    expect(data.team.activities.totalCount).toBe(1);
  });

  test('a member who judges finds their own entry, and no other', async () => {
    const data = await ask('judge and member', '密');
    expect(data.competition).toMatchObject({
      inRegion: { totalCount: 1 },
      found: { edges: [{ node: { id: made.entries.alpha.id } }] },
      entriesByRegion: [{ entries: 1 }],
    });
    expect(data.organization.entries.totalCount).toBe(2);
  });
});

test('the predicate and its form in SQL say the same of everybody and every entry', async () => {
  for (const [name, viewer] of Object.entries(people)) {
    const context = world.contextOf(viewer);
    const entries = await context.em.find(Entry, {});
    const blind = await blindToEntries(context);
    const rows = blind
      ? await context.em.execute<{ id: string }[]>(`select e.id from entries e where ${blind.sql}`, blind.params)
      : [];
    const inSql = new Set(rows.map(({ id }) => id));
    for (const entry of entries) {
      expect(await isBlindToEntry(context, entry), `${name}, ${entry.number}`).toBe(inSql.has(entry.id));
    }
    expect(inSql.size > 0).toBe(
      name.startsWith('judge of the blind') || name === 'judge and member' || blindOnes.includes(name),
    );
  }
});

test('masking costs no more for many entries than for one, and nothing where the session knows of no seat', async () => {
  const query = `query ($slug: String!, $first: Int!) { competition(slug: $slug) { entries(first: $first) { edges { node {
    title needs organization { name } region { name } activities { totalCount } } } } } }`;
  const cost = async (viewer: Viewer | null, first: number) =>
    (await countStatements(() => world.run(viewer, query, { slug: made.blind.slug, first }))).count;
  const judge = as('judge of the panel');
  expect(await cost(judge, 3)).toBe(await cost(judge, 1));
  expect(await cost({ ...made.voter, holdsSeat: false }, 3)).toBe(await cost(null, 3));
});

test('once the results are published, judges see whom they judged', async () => {
  await sql(world, 'update competitions set results_published_at = now() where id = ?', [made.blind.id]);
  for (const name of blindOnes)
    expect((await read(as(name))).organization).toEqual({ name: 'GEHEIM-Alpha Society', slug: 'geheim-alpha' });
});
