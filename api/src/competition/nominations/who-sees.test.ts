import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../test/shared-world.ts';
import { makeOrganizer } from '../../test/act.ts';
import { makePerson } from '../../test/factories.ts';
import { handUp, makeTree, nominate, accept, sharedTree } from '../../test/nominations.ts';
import type { World } from '../../test/world.ts';
import { assignEntries, seatJudges } from '../../scoring/judging/index.ts';
import { MemberRole } from '../../people/organizations/index.ts';
import { StageKind } from '../competitions/index.ts';

const world = sharedWorld();
const tree = sharedTree(world);

describe('who may', () => {
  const unitOf = `query ($id: ID!) { sendingUnit(id: $id) { nominated viewerActs viewerMayReturn
    nominations { totalCount } candidates { totalCount } } }`;

  test('editors act for a unit as managers do; everybody else finds nothing', async () => {
    const { counties, competition, enter } = tree;
    const entry = await enter(counties[0].regionId);
    const editor = await makePerson(world);
    await world.sql(
      'insert into organization_members (id, organization_id, user_id, role, joined_at) values (gen_random_uuid(), ?, ?, ?, now())',
      [counties[0].organization.id, editor.id, MemberRole.EDITOR],
    );
    for (const viewer of [
      counties[1].member,
      entry.organization.member,
      competition.organizer,
      await makePerson(world),
    ]) {
      expect(await nominate(world, counties[0], entry, viewer)).toBe('NOT_FOUND');
    }
    expect(await world.act(counties[0].member, 'nominateEntry', { unitId: 'x', entryId: entry.id })).toBe('NOT_FOUND');
    expect(await world.act(counties[0].member, 'nominateEntry', { unitId: counties[0].id, entryId: 'x' })).toBe(
      'NOT_FOUND',
    );
    expect((await nominate(world, counties[0], entry, editor)).__typename).toBe('NominateEntrySuccess');
  });

  test("a list is its own people's and the organizers' until it is handed up, then also that of those above", async () => {
    const { counties, cities, competition, province, enter } = tree;
    const entry = await enter(counties[0].regionId);
    await enter(counties[0].regionId);
    await nominate(world, counties[0], entry);
    const seen = async (viewer: Parameters<World['run']>[0]) =>
      (await world.run(viewer, unitOf, { id: counties[0].id })).data.sendingUnit;
    expect(await seen(counties[0].member)).toEqual({
      nominated: 1,
      viewerActs: true,
      viewerMayReturn: false,
      nominations: { totalCount: 1 },
      candidates: { totalCount: 1 },
    });
    const hidden = { nominated: null, nominations: { totalCount: 0 }, candidates: { totalCount: 0 } };
    expect(await seen(cities[0].member)).toMatchObject({ ...hidden, viewerMayReturn: true });
    expect(await seen(province.member)).toMatchObject({ ...hidden, viewerMayReturn: false });
    expect(await seen(competition.organizer)).toMatchObject({ nominated: 1, candidates: { totalCount: 1 } });
    for (const viewer of [null, counties[1].member, cities[1].member, entry.organization.member]) {
      expect(await seen(viewer)).toBeNull();
    }
    await handUp(world, counties[0]);
    expect(await seen(province.member)).toMatchObject({ nominated: 1, nominations: { totalCount: 1 } });
  });

  test('an entry that has come up to a unit is seen by its people, and by nobody else on the way', async () => {
    const { counties, cities, province, competition, enter } = tree;
    const entry = await enter(counties[0].regionId);
    const query = 'query ($slug: String!, $n: Int!) { entry(competitionSlug: $slug, number: $n) { id } }';
    const sees = async (viewer: Parameters<World['run']>[0]) =>
      (await world.run(viewer, query, { slug: competition.slug, n: entry.number })).data.entry !== null;
    expect(await sees(counties[0].member)).toBe(true);
    for (const { member } of [counties[1], ...cities, province]) expect(await sees(member)).toBe(false);
    await nominate(world, counties[0], entry);
    await handUp(world, counties[0]);
    expect(await sees(cities[0].member)).toBe(true);
    expect(await sees(province.member)).toBe(false);
  });

  test('units are listed for organizers all, for the people of one their own and those below it', async () => {
    const { counties, cities, province, competition } = tree;
    const codes = async (viewer: Parameters<World['run']>[0], state = '') => {
      const { data } = await world.run(
        viewer,
        `query ($slug: String!) { competition(slug: $slug) { sendingUnits${state} { edges { node { region { code } } } } nominationFigures { units submitted late quota } } }`,
        { slug: competition.slug },
      );
      return data.competition.sendingUnits.edges.map(
        (edge: { node: { region: { code: string } } }) => edge.node.region.code,
      );
    };
    const all = [province, cities[0], counties[0], counties[1], cities[1]].map(({ code }) => code);
    expect(await codes(competition.organizer)).toEqual(all.toSorted());
    expect(await codes(province.member)).toEqual(all.toSorted());
    expect(await codes(cities[0].member)).toEqual([cities[0], ...counties].map(({ code }) => code));
    expect(await codes(counties[1].member)).toEqual([counties[1].code]);
    expect(await codes(null)).toEqual([]);
    await handUp(world, counties[0]);
    expect(await codes(competition.organizer, '(state: SUBMITTED)')).toEqual([counties[0].code]);
    expect(await codes(competition.organizer, '(state: OPEN)')).toHaveLength(4);
    world.clock.set(new Date('2026-11-28T10:00:00Z'));
    expect(await codes(competition.organizer, '(state: LATE)')).toHaveLength(4);
    expect(await codes(competition.organizer, '(state: UPCOMING)')).toEqual([]);
    const own = await world.run(
      counties[0].member,
      '{ viewer { sendingUnits { edges { node { id state received } } } } }',
    );
    expect(own.data.viewer.sendingUnits.edges).toEqual([
      { node: { id: counties[0].id, state: 'SUBMITTED', received: 0 } },
    ]);
  });
});

test('its people, and nobody else, see where an entry stands on its way up', async () => {
  const { counties, cities, competition, enter } = tree;
  const entry = await enter(counties[0].regionId);
  const query =
    'query ($slug: String!, $n: Int!) { entry(competitionSlug: $slug, number: $n) { wayUp { state region { code } } } }';
  const way = async (viewer: Parameters<World['run']>[0]) => {
    const { data } = await world.run(viewer, query, { slug: competition.slug, n: entry.number });
    return data.entry?.wayUp.map((step: { state: string }) => step.state);
  };
  const { member } = entry.organization;
  expect(await way(member)).toEqual(['HERE', 'AHEAD', 'AHEAD']);
  await nominate(world, counties[0], entry);
  // What is on a list that is not handed up is nobody's to know.
  expect(await way(member)).toEqual(['HERE', 'AHEAD', 'AHEAD']);
  await handUp(world, counties[0]);
  expect(await way(member)).toEqual(['NOMINATED', 'HERE', 'AHEAD']);
  await handUp(world, cities[0]);
  expect(await way(member)).toEqual(['NOMINATED', 'LEFT_OUT', 'AHEAD']);
  expect(await way(counties[0].member)).toEqual(['NOMINATED', 'LEFT_OUT', 'AHEAD']);
  expect(await way(null)).toBeUndefined();
});

test('who is late is reminded, at most once a day, by organizers alone', async () => {
  const { counties, competition } = tree;
  await handUp(world, counties[0]);
  const input = { competitionId: competition.id };
  const remind = async (viewer = competition.organizer) =>
    await world.act(viewer, 'remindSendingUnits', input, '... on RemindSendingUnitsSuccess { messages }');
  expect(await remind(counties[0].member)).toBe('FORBIDDEN');
  expect(await remind()).toMatchObject({ messages: 4 });
  expect(await remind(await makeOrganizer(world, competition))).toMatchObject({ messages: 0 });
  world.clock.set(new Date('2026-11-22T12:00:00Z'));
  const done = { ...input, unitIds: [counties[0].id] };
  expect((await world.act(competition.organizer, 'remindSendingUnits', done)).__typename).toBe('NobodyToRemindError');
  const one = { ...input, unitIds: [tree.cities[1].id] };
  expect(
    await world.act(competition.organizer, 'remindSendingUnits', one, '... on RemindSendingUnitsSuccess { messages }'),
  ).toMatchObject({ messages: 1 });
});

test('who judges blind does not see the lists, though they belong to a unit', async () => {
  const blind = await makeTree(world, { scoringRules: { REVIEW: { isBlind: true } } });
  const [unit] = blind.counties;
  const entry = await blind.enter(unit.regionId);
  await seatJudges(world.operator(), blind.competition.id, [
    {
      stage: StageKind.REVIEW,
      name: { zh: '评审组', en: 'Panel' },
      categoryKeys: ['education'],
      judges: [{ code: 'U2', userId: unit.member.id }],
    },
  ]);
  expect(await nominate(world, unit, entry)).toBe('NOT_FOUND');
  const { data } = await world.run(
    unit.member,
    `query ($id: ID!, $slug: String!) { sendingUnit(id: $id) { id } viewer { sendingUnits { totalCount } }
      competition(slug: $slug) { sendingUnits { totalCount } } }`,
    { id: unit.id, slug: blind.competition.slug },
  );
  expect(data).toEqual({
    sendingUnit: null,
    viewer: { sendingUnits: { totalCount: 0 } },
    competition: { sendingUnits: { totalCount: 0 } },
  });
});

test('a judge who belongs to a unit on its way does not mark an entry', async () => {
  const { counties, cities, province, competition, enter } = tree;
  const [entry, other] = [await enter(counties[0].regionId), await enter(cities[1].regionId)];
  for (const unit of [counties[0], cities[0], cities[1], province]) {
    await nominate(world, unit, unit === cities[1] ? other : entry);
    if (unit === province) await nominate(world, unit, other);
    await handUp(world, unit);
  }
  await accept(world, tree, entry);
  await accept(world, tree, other);
  await seatJudges(world.operator(), competition.id, [
    {
      stage: StageKind.REVIEW,
      name: { zh: '评审组', en: 'Panel' },
      categoryKeys: ['education', 'health'],
      judges: [{ code: 'U1', userId: cities[0].member.id }],
    },
  ]);
  await assignEntries(world.operator(), { competitionId: competition.id, stage: StageKind.REVIEW, judgesPerEntry: 1 });
  const conflicts = await world.sql('select kind from conflicts where entry_id = ?', [entry.id]);
  expect(conflicts).toEqual([{ kind: 'SENDING_UNIT' }]);
  const assigned = await world.sql('select entry_id from assignments where entry_id in (?, ?)', [entry.id, other.id]);
  expect(assigned).toEqual([{ entry_id: other.id }]);
});
