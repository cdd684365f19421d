import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, sql } from '../../../test/act.ts';
import { countStatements } from '../../../test/database.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeProject,
  makeRegion,
  type TestCompetition,
} from '../../../test/factories.ts';
import { appointRegionOrganizer } from '../regions/appoint-region-organizers.ts';
import { makeVerifier, register } from '../../../test/organizations.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();
let regionId: string;
let provinceId: string;
let verifier: Viewer;
let competition: TestCompetition;
beforeAll(async () => {
  regionId = await makeRegion(world);
  const [region] = await sql<{ parent_id: string }>(world, 'select parent_id from regions where id = ?', [regionId]);
  provinceId = region?.parent_id ?? '';
  verifier = await makeVerifier(world, provinceId);
  competition = await makeCompetition(world);
});

const statusOf = async (id: string) =>
  (await sql<{ status: string }>(world, 'select status from organizations where id = ?', [id]))[0]?.status;
const decided = '... on OrganizationDecidedError { status }';
const verify = (viewer: Viewer, organizationId: string) =>
  act(world, viewer, 'verifyOrganization', { organizationId }, decided);
const refuse = (viewer: Viewer, organizationId: string, reason = '查无此单位') =>
  act(
    world,
    viewer,
    'refuseOrganization',
    { organizationId, reason },
    `${decided} ... on InvalidInputError { fields { path } }`,
  );

describe('verifying', () => {
  const together = (viewer: Viewer, organizationIds: string[]) =>
    world.run(
      viewer,
      `mutation ($input: VerifyOrganizationsInput!) { verifyOrganizations(input: $input) { organizations { id } } }`,
      { input: { organizationIds } },
    );

  test('is for the region organizers of the region or of one around it, with name, time and audit', async () => {
    const { organization, manager } = await register(world, regionId, '待核验一社');
    const elsewhere = await makeVerifier(world, await makeRegion(world));
    expect(await verify(elsewhere, organization.id)).toBe('NOT_FOUND');
    expect(await verify(manager, organization.id)).toBe('FORBIDDEN');
    expect((await verify(verifier, organization.id)).__typename).toBe('VerifyOrganizationSuccess');
    const by = 'select verified_by_id from organizations where id = ? and verified_at = ?';
    expect(await sql(world, by, [organization.id, world.clock.now()])).toEqual([{ verified_by_id: verifier.id }]);
    const letters = 'select kind from messages where user_id = ?';
    expect(await sql(world, letters, [manager.id])).toEqual([{ kind: 'ORGANIZATION_VERIFIED' }]);
    expect(await verify(verifier, organization.id)).toMatchObject({
      __typename: 'OrganizationDecidedError',
      status: 'VERIFIED',
    });
  });

  test('is not for the organizers of a competition there, since whoever is verified may open one', async () => {
    const { organization } = await register(world, competition.regionId, '赛区社');
    expect(await verify(competition.organizer, organization.id)).toBe('NOT_FOUND');
    expect(await statusOf(organization.id)).toBe('PENDING');
  });

  test('many at once leaves those alone on which somebody decided meanwhile', async () => {
    const made = [];
    for (const name of ['批量一', '批量二', '批量三'])
      made.push((await register(world, regionId, name)).organization.id);
    await refuse(verifier, made[2] ?? '');
    const stranger = await register(world, await makeRegion(world), '外地社');
    const foreign = await together(verifier, [...made, stranger.organization.id]);
    expect(foreign.errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    expect(await Promise.all(made.map(statusOf))).toEqual(['PENDING', 'PENDING', 'REFUSED']);
    const { data } = await together(verifier, made);
    expect(data.verifyOrganizations.organizations).toHaveLength(2);
    expect(await Promise.all(made.map(statusOf))).toEqual(['VERIFIED', 'VERIFIED', 'REFUSED']);
    expect((await together(verifier, [])).errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  test('costs the same for two and for ten, and the people of each are written to', async () => {
    const costOf = async (count: number) => {
      const made = [];
      for (let n = 1; n <= count; n += 1) made.push(await register(world, regionId, `一起核验${count}之${n}`));
      const ids = made.map(({ organization }) => organization.id);
      const { count: statements } = await countStatements(() => together(verifier, ids));
      const letters = 'select count(*)::int as count from messages where user_id = any(?::uuid[]) and kind = ?';
      const managers = `{${made.map(({ manager }) => manager.id).join(',')}}`;
      expect(await sql(world, letters, [managers, 'ORGANIZATION_VERIFIED'])).toEqual([{ count }]);
      return statements;
    };
    const two = await costOf(2);
    expect(await costOf(10)).toBe(two);
  });
});

describe('refusing', () => {
  test('takes a reason, happens once, and can be put right', async () => {
    const { organization, manager } = await register(world, regionId, '可疑社');
    expect(await refuse(verifier, organization.id, ' ')).toMatchObject({ fields: [{ path: 'reason' }] });
    expect(await refuse(manager, organization.id)).toBe('FORBIDDEN');
    expect(await refuse(await makePerson(world), organization.id)).toBe('NOT_FOUND');
    expect((await refuse(verifier, organization.id)).__typename).toBe('RefuseOrganizationSuccess');
    expect(await refuse(verifier, organization.id)).toMatchObject({ status: 'REFUSED' });
    const letter = "select params->>'reason' as reason from messages where user_id = ?";
    expect(await sql(world, letter, [manager.id])).toEqual([{ reason: '查无此单位' }]);
    expect((await verify(verifier, organization.id)).__typename).toBe('VerifyOrganizationSuccess');
    expect(await refuse(verifier, organization.id)).toMatchObject({ status: 'VERIFIED' });
  });

  test('of two who decide at once, one is told that the other did', async () => {
    const { organization } = await register(world, regionId, '同时社');
    const answers = await Promise.all([refuse(verifier, organization.id), refuse(verifier, organization.id)]);
    const kinds = answers.map(({ __typename }) => String(__typename)).toSorted();
    expect(kinds).toEqual(['OrganizationDecidedError', 'RefuseOrganizationSuccess']);
  });
});

test('the operator appoints a region organizer by mailbox, before there is an account, and twice is once', async () => {
  const [region] = await sql<{ code: string }>(world, 'select code from regions where id = ?', [regionId]);
  const email = 'new-verifier@example.org';
  for (let i = 0; i < 2; i += 1) {
    const answer = await appointRegionOrganizer(world.operator(), { regionCode: region?.code ?? '', email });
    expect(answer?.id).toBe(regionId);
  }
  expect(await appointRegionOrganizer(world.operator(), { regionCode: '999999', email })).toBeNull();
  const found = await sql(
    world,
    'select 1 as is from region_organizers o join users u on u.id = o.user_id where u.email = ? and o.region_id = ?',
    [email, regionId],
  );
  expect(found).toHaveLength(1);
  await expect(
    appointRegionOrganizer(world.contextOf(verifier), { regionCode: region?.code ?? '', email }),
  ).rejects.toThrow('may not');
});

test('the queue has those of its regions, longest waiting first, with what is similar around them', async () => {
  const region = await makeRegion(world);
  const person = await makeVerifier(world, region);
  await makeOrganization(world, { regionId: region, name: { zh: '春雨支教服务队', en: 'Spring Rain' } });
  await register(world, region, '春雨支教志愿服务队');
  world.clock.set(new Date(world.clock.now().getTime() + 60_000));
  await register(world, region, '远山护林队');
  const query = `{ viewer { verifiesIn { id } organizationsToVerify(first: 10) { totalCount edges { node {
    name similar { name region { code } } registrant { isViewer } } } } } }`;
  const { data } = await world.run(person, query, {}, 'zh-CN');
  expect(data.viewer.verifiesIn).toEqual([{ id: region }]);
  expect(data.viewer.organizationsToVerify).toEqual({
    totalCount: 2,
    edges: [
      {
        node: {
          name: '春雨支教志愿服务队',
          similar: [{ name: '春雨支教服务队', region: { code: expect.any(String) } }],
          registrant: { isViewer: false },
        },
      },
      { node: { name: '远山护林队', similar: [], registrant: { isViewer: false } } },
    ],
  });
  const { data: none } = await world.run(await makePerson(world), query);
  expect(none.viewer).toEqual({ verifiesIn: [], organizationsToVerify: { totalCount: 0, edges: [] } });
});

describe('entries', () => {
  const make = async (name: string) => {
    const { organization, manager } = await register(world, regionId, name);
    const owner = { ...organization, regionId, member: manager };
    return { owner, entry: await makeEntry(world, competition, { organization: owner, isAccepted: false }) };
  };
  const accept = (entryId: string) =>
    act(
      world,
      competition.organizer,
      'decideEntry',
      { entryId, verdict: 'ACCEPT' },
      '... on OrganizationNotVerifiedError { organization { status } }',
    );

  test('of one that waits are submitted, and accepted only once it is verified', async () => {
    const { owner, entry } = await make('先交社');
    expect(await accept(entry.id)).toMatchObject({
      __typename: 'OrganizationNotVerifiedError',
      organization: { status: 'PENDING' },
    });
    const force = "update entries set status = 'ACCEPTED' where id = ?";
    await expect(sql(world, force, [entry.id])).rejects.toThrow('not verified');
    await verify(verifier, owner.id);
    expect((await accept(entry.id)).__typename).toBe('DecideEntrySuccess');
  });

  test('of one that is refused are not submitted, and those it has are not accepted', async () => {
    const { owner, entry } = await make('被拒社');
    const projectId = await makeProject(world, owner);
    await refuse(verifier, owner.id);
    const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
    const answer = await act(world, owner.member, 'submitEntry', input);
    expect(answer).toMatchObject({
      __typename: 'OrganizationRefusedError',
      message: expect.stringContaining('refused'),
    });
    expect(await accept(entry.id)).toMatchObject({ organization: { status: 'REFUSED' } });
    const back = "update entries set status = 'WITHDRAWN' where id = ?";
    await sql(world, back, [entry.id]);
    const again = "update entries set status = 'SUBMITTED' where id = ?";
    await expect(sql(world, again, [entry.id])).rejects.toThrow(/not verified|does not go from/);
  });
});
