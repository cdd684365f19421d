import type { Viewer } from '../core/context.ts';
import { RegionLevel, registerRegions } from '../people/organizations/index.ts';
import { act, sql, type Deed } from './act.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  type TestCompetition,
  type TestEntry,
  type TestOrganization,
} from './factories.ts';
import { beforeEach, expect } from 'vitest';
import type { World } from './world.ts';

export interface TestUnit {
  id: string;
  code: string;
  regionId: string;
  organization: TestOrganization;
  member: Viewer;
}

export interface Tree {
  competition: TestCompetition;
  province: TestUnit;
  /** The first has two counties that send, the other none. */
  cities: [TestUnit, TestUnit];
  counties: [TestUnit, TestUnit];
  /** An entry from a region, waiting. */
  enter: (regionId: string, organization?: TestOrganization, title?: string) => Promise<TestEntry>;
}

export const closesAt = '2026-11-28T18:00';
let serial = 0;

/** A province with two cities, of which the first has two counties: each sends three, the province two. */
export async function makeTree(world: World, options: Parameters<typeof makeCompetition>[1] = {}): Promise<Tree> {
  serial += 1;
  const code = (end: string) => `N${serial}-${end}`;
  const named = (zh: string) => ({ zh, en: zh });
  const ids = await registerRegions(world.operator(), [
    { code: code('0'), name: named('省'), level: RegionLevel.PROVINCE },
    { code: code('1'), name: named('甲市'), level: RegionLevel.CITY, parentCode: code('0') },
    { code: code('2'), name: named('乙市'), level: RegionLevel.CITY, parentCode: code('0') },
    { code: code('11'), name: named('东县'), level: RegionLevel.COUNTY, parentCode: code('1') },
    { code: code('12'), name: named('西县'), level: RegionLevel.COUNTY, parentCode: code('1') },
    { code: code('21'), name: named('南县'), level: RegionLevel.COUNTY, parentCode: code('2') },
  ]);
  const regionId = (end: string) => ids.get(code(end)) ?? '';
  const host = await makeOrganization(world, { regionId: regionId('0') });
  const competition = await makeCompetition(world, { ...options, host });
  const ends = ['0', '1', '2', '11', '12'];
  const organizations = await Promise.all(ends.map((end) => makeOrganization(world, { regionId: regionId(end) })));
  const done = await act(world, competition.organizer, 'setSendingUnits', {
    competitionId: competition.id,
    units: ends.map((end, i) => ({
      regionCode: code(end),
      organization: organizations[i]?.slug,
      quota: end === '0' ? 2 : 3,
      closesAt,
    })),
  });
  if (done.__typename !== 'SetSendingUnitsSuccess') throw new Error(JSON.stringify(done));
  const rows = await sql<{ id: string; region_id: string }>(
    world,
    'select id, region_id from sending_units where competition_id = ?',
    [competition.id],
  );
  const [province, first, second, east, west] = ends.map((end, i): TestUnit => {
    const organization = organizations[i] as TestOrganization;
    const id = rows.find((row) => row.region_id === regionId(end))?.id ?? '';
    return { id, code: code(end), regionId: regionId(end), organization, member: organization.member };
  }) as [TestUnit, TestUnit, TestUnit, TestUnit, TestUnit];
  return {
    competition,
    province,
    cities: [first, second],
    counties: [east, west],
    enter: async (region, organization, title) =>
      await makeEntry(world, competition, {
        organization: organization ?? (await makeOrganization(world, { regionId: region })),
        isAccepted: false,
        ...(title && { title }),
      }),
  };
}

/** A tree of its own for each test of a file, at the same instant. */
export function sharedTree(world: World): Tree {
  const tree = {} as Tree;
  beforeEach(async () => {
    world.clock.set(new Date('2026-11-21T12:00:00Z'));
    Object.assign(tree, await makeTree(world));
  });
  return tree;
}

export const accept = async (world: World, { competition }: Tree, entry: { id: string }): Promise<Deed> =>
  await act(world, competition.organizer, 'decideEntry', { entryId: entry.id, verdict: 'ACCEPT' });

export const refused = (rule: string) => ({
  __typename: 'NominationRefusedError',
  rule,
  clause: expect.stringMatching(/\S/) as unknown,
});

export const nominate = async (
  world: World,
  unit: TestUnit,
  entry: { id: string },
  viewer = unit.member,
): Promise<Deed> =>
  await act(
    world,
    viewer,
    'nominateEntry',
    { unitId: unit.id, entryId: entry.id },
    '... on NominateEntrySuccess { nomination { id rank } } ... on NominationRefusedError { rule clause }',
  );

export const versionOf = async (world: World, { id }: TestUnit): Promise<number> =>
  (await sql<{ version: number }>(world, 'select version from sending_units where id = ?', [id]))[0]?.version ?? 0;

/** Hands the list of a unit up as it stands. */
export const handUp = async (world: World, unit: TestUnit): Promise<Deed> =>
  await act(
    world,
    unit.member,
    'submitNominations',
    { unitId: unit.id, version: await versionOf(world, unit) },
    '... on NominationRefusedError { rule clause } ... on SubmitNominationsSuccess { unit { state list { version sha256 text } } }',
  );

export const giveBack = async (world: World, viewer: Viewer, unit: TestUnit, rest: object = {}): Promise<Deed> =>
  await act(
    world,
    viewer,
    'returnNominations',
    { unitId: unit.id, reason: '次序有误', ...rest },
    '... on InvalidInputError { fields { path message } }',
  );

/** What is on a unit's list, by number, the best first. */
export const listOf = async (world: World, unit: TestUnit): Promise<number[]> =>
  (
    await sql<{ number: number }>(
      world,
      `select e.number from nominations n join entries e on e.id = n.entry_id
       where n.unit_id = ? and n.removed_at is null order by n.rank`,
      [unit.id],
    )
  ).map(({ number }) => number);
