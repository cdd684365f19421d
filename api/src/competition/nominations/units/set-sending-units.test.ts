import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeEntry, makeOrganization, makePerson } from '../../../test/factories.ts';
import {
  closesAt,
  giveBack,
  handUp,
  makeTree,
  nominate,
  type TestUnit,
  sharedTree,
} from '../../../test/nominations.ts';

const world = sharedWorld();
const tree = sharedTree(world);

interface Row {
  regionCode: string;
  organization: string;
  quota: number;
  closesAt: string;
}

const rowOf = ({ code, organization }: TestUnit, change: Partial<Row> = {}): Row => ({
  regionCode: code,
  organization: organization.slug,
  quota: 3,
  closesAt,
  ...change,
});

const rows = (): Row[] => [
  rowOf(tree.province, { quota: 2 }),
  ...[...tree.cities, ...tree.counties].map((unit) => rowOf(unit)),
];

const setSendingUnitsFields =
  '... on InvalidInputError { fields { path message } } ... on SendingUnitsStandError { unit { id } }';
const set = async (units: Row[], viewer = tree.competition.organizer) =>
  await world.act(viewer, 'setSendingUnits', { competitionId: tree.competition.id, units }, setSendingUnitsFields);

const stored = async () =>
  await world.sql<{ region: string; parent: string | null; quota: number }>(
    `select r.code as region, p.code as parent, u.quota from sending_units u join regions r on r.id = u.region_id
       left join sending_units a on a.id = u.parent_id left join regions p on p.id = a.region_id
     where u.competition_id = ? order by r.code`,
    [tree.competition.id],
  );

test('who sends to whom follows from the regions, over those that do not send', async () => {
  const { province, cities, counties } = tree;
  expect(await stored()).toEqual(
    [
      { region: province.code, parent: null, quota: 2 },
      { region: cities[0].code, parent: province.code, quota: 3 },
      { region: cities[1].code, parent: province.code, quota: 3 },
      { region: counties[0].code, parent: cities[0].code, quota: 3 },
      { region: counties[1].code, parent: cities[0].code, quota: 3 },
    ].toSorted((a, b) => (a.region < b.region ? -1 : 1)),
  );
  // Without the city its counties send to the province; back in, to it again.
  expect((await set(rows().filter(({ regionCode }) => regionCode !== cities[0].code))).__typename).toBe(
    'SetSendingUnitsSuccess',
  );
  expect((await stored()).find(({ region }) => region === counties[0].code)?.parent).toBe(province.code);
  expect((await set(rows())).__typename).toBe('SetSendingUnitsSuccess');
  expect((await stored()).find(({ region }) => region === counties[0].code)?.parent).toBe(cities[0].code);
  // Organizations may change places.
  const swapped = rows().map((row) =>
    row.regionCode === counties[0].code
      ? { ...row, organization: counties[1].organization.slug }
      : row.regionCode === counties[1].code
        ? { ...row, organization: counties[0].organization.slug }
        : row,
  );
  expect((await set(swapped)).__typename).toBe('SetSendingUnitsSuccess');
});

test('an organization may be given by its whole name', async () => {
  const names = await world.sql<{ name_zh: string }>('select name_zh from organizations where id = ?', [
    tree.province.organization.id,
  ]);
  const named = rows().map((row, i) => (i === 0 ? { ...row, organization: names[0]?.name_zh ?? '' } : row));
  expect((await set(named)).__typename).toBe('SetSendingUnitsSuccess');
});

test('what is wrong is told by row and column, and nothing is saved', async () => {
  const { province, cities, counties } = tree;
  const bad = [
    rowOf(province, { organization: 'nobody-knows-it' }),
    rowOf(cities[0], { regionCode: '999999' }),
    rowOf(counties[0]),
  ];
  expect(await set(bad)).toMatchObject({
    __typename: 'InvalidInputError',
    fields: [{ path: 'units.0.organization' }, { path: 'units.1.regionCode' }],
  });
  const clashing = [
    rowOf(province),
    rowOf(cities[0], { organization: province.organization.slug }),
    rowOf(counties[0], { closesAt: '2026-11-29T18:00' }),
  ];
  expect(await set(clashing)).toMatchObject({
    fields: [{ path: 'units.1.organization' }, { path: 'units.2.closesAt' }],
  });
  expect(await set([rowOf(province), rowOf(province)])).toMatchObject({ __typename: 'InvalidInputError' });
  expect(await set([rowOf(province, { quota: -1 })])).toMatchObject({ fields: [{ path: 'units.0.quota' }] });
  expect(await set([rowOf(province, { closesAt: 'soon' })])).toMatchObject({ __typename: 'InvalidInputError' });
  expect(await stored()).toHaveLength(5);
});

test('a quota does not go below what is on the list', async () => {
  const { counties, enter } = tree;
  for (let i = 0; i < 2; i += 1) await nominate(world, counties[0], await enter(counties[0].regionId));
  const smaller = rows().map((row) => (row.regionCode === counties[0].code ? { ...row, quota: 1 } : row));
  expect(await set(smaller)).toMatchObject({ fields: [{ path: 'units.3.quota' }] });
  await world.refuses('update sending_units set quota = 1 where id = ?', [counties[0].id], 'more are on its list');
});

describe('what is handed up stands', () => {
  test('the unit itself, and what hangs on it; the rest can change', async () => {
    const { province, cities, counties, competition } = tree;
    await handUp(world, cities[0]);
    const changed = (unit: TestUnit, change: Partial<Row>) =>
      rows().map((row) => (row.regionCode === unit.code ? { ...row, ...change } : row));
    const stands = { __typename: 'SendingUnitsStandError', unit: { id: cities[0].id } };
    expect(await set(changed(cities[0], { quota: 5 }))).toMatchObject(stands);
    expect(await set(rows().filter(({ regionCode }) => regionCode !== cities[0].code))).toMatchObject(stands);
    expect(await set(rows().filter(({ regionCode }) => regionCode !== counties[0].code))).toMatchObject(stands);
    expect((await set(changed(counties[0], { quota: 5 }))).__typename).toBe('SetSendingUnitsSuccess');
    expect((await set(changed(province, { quota: 4 }))).__typename).toBe('SetSendingUnitsSuccess');
    await world.refuses('update sending_units set quota = 5 where id = ?', [cities[0].id], 'handed up');
    await world.refuses('delete from sending_units where id = ?', [counties[0].id], 'handed up');
    await giveBack(world, competition.organizer, cities[0]);
    expect((await set(changed(cities[0], { quota: 5 }))).__typename).toBe('SetSendingUnitsSuccess');
  });

  test('a unit that has nominated stays', async () => {
    const { counties, enter } = tree;
    await nominate(world, counties[0], await enter(counties[0].regionId));
    expect(await set(rows().filter(({ regionCode }) => regionCode !== counties[0].code))).toMatchObject({
      __typename: 'SendingUnitsStandError',
      unit: { id: counties[0].id },
    });
  });
});

test('entries that are in keep the way they came in on', async () => {
  const { competition, counties, enter } = tree;
  await enter(counties[0].regionId);
  expect(await set([])).toMatchObject({ __typename: 'SendingUnitsStandError', unit: null });
  await world.refuses('delete from sending_units where competition_id = ?', [competition.id], 'to be nominated');
  const other = await makeTree(world);
  const units = await world.sql('delete from sending_units where competition_id = ? returning id', [
    other.competition.id,
  ]);
  expect(units).toHaveLength(5);
  const entry = await makeEntry(world, other.competition);
  Object.assign(tree, other);
  expect((await set(rows())).__typename).toBe('SendingUnitsStandError');
  await world.refuses(
    `insert into sending_units (id, competition_id, organization_id, region_id, quota, closes_at)
       values (gen_random_uuid(), ?, ?, ?, 1, '2026-12-01')`,
    [other.competition.id, entry.organization.id, other.province.regionId],
    'without nomination',
  );
});

test('organizers alone, and strangers learn nothing', async () => {
  expect(await set(rows(), tree.counties[0].member)).toBe('FORBIDDEN');
  expect(await set(rows(), await makePerson(world))).toBe('FORBIDDEN');
  expect(await world.act(tree.competition.organizer, 'setSendingUnits', { competitionId: 'x', units: [] })).toBe(
    'NOT_FOUND',
  );
});

test('a unit lies inside the one it sends to, whoever writes it', async () => {
  const { cities, counties } = tree;
  await world.refuses(
    'update sending_units set parent_id = ? where id = ?',
    [cities[1].id, counties[0].id],
    'lies inside',
  );
  await world.refuses(
    "update sending_units set closes_at = '2026-11-20' where id = ?",
    [cities[0].id],
    'closes no later',
  );
});

test('regions are suggested with an organization each, of the government first', async () => {
  const { competition, counties } = tree;
  const office = await makeOrganization(world, { regionId: counties[0].regionId });
  await world.sql("update organizations set status = 'PENDING', verified_at = null where id = ?", [office.id]);
  await world.sql("update organizations set kind = 'GOVERNMENT' where id = ?", [office.id]);
  await world.sql("update organizations set status = 'VERIFIED', verified_at = now() where id = ?", [office.id]);
  const query = `query ($slug: String!) { competition(slug: $slug) { suggestedUnits(levels: [COUNTY]) { region { code } organization { slug } } } }`;
  const { data } = await world.run(competition.organizer, query, { slug: competition.slug });
  expect(data.competition.suggestedUnits).toHaveLength(3);
  expect(data.competition.suggestedUnits[0]).toEqual({
    region: { code: counties[0].code },
    organization: { slug: office.slug },
  });
  const stranger = await world.run(counties[0].member, query, { slug: competition.slug });
  expect(stranger.data.competition.suggestedUnits).toBeNull();
});

test('a copy of the competition has the same units and clauses, so much later, and the checklist looks at their time', async () => {
  const { competition } = tree;
  const slug = `${competition.slug}-copy`;
  const copied = await world.act(
    competition.organizer,
    'copyCompetition',
    { competitionId: competition.id, slug, years: 1 },
    '... on CopyCompetitionSuccess { competition { checklist { key isDone } } }',
  );
  // All stages of a test's competition are open at once.
  expect(copied.competition.checklist).toContainEqual({ key: 'units', isDone: false });
  const found = await world.sql(
    `select count(*)::int as n, count(u.parent_id)::int as below, min(u.closes_at) = '2027-11-28T10:00Z' as later
     from sending_units u join competitions c on c.id = u.competition_id where c.slug = ?`,
    [slug],
  );
  expect(found).toEqual([{ n: 5, below: 4, later: true }]);
});
