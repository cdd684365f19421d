import { beforeAll, describe, expect, test } from 'vitest';
import { act, sql } from '../../../test/act.ts';
import { makeOrganization, makePerson, makeRegion } from '../../../test/factories.ts';
import { makeVerifier, register, registerInput } from '../../../test/organizations.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();
let regionId: string;
beforeAll(async () => {
  regionId = await makeRegion(world);
});

const fields = `... on RegisterOrganizationSuccess { organization { id slug name status viewerRole contact { name phone } } }
  ... on SimilarOrganizationsError { organizations { name } } ... on InvalidInputError { fields { path } }`;

describe('registering an organization', () => {
  test('makes whoever registers it its manager, and it waits to be verified', async () => {
    const person = await makePerson(world);
    const answer = await act(world, person, 'registerOrganization', registerInput(regionId, '松江公益社'), fields);
    expect(answer).toMatchObject({
      __typename: 'RegisterOrganizationSuccess',
      organization: {
        slug: expect.stringMatching(/^org-[a-z0-9]{8}$/),
        name: '松江公益社',
        status: 'PENDING',
        viewerRole: 'MANAGER',
        contact: { name: '王老师', phone: '0431-8800 0000' },
      },
    });
    const acts = await sql(world, 'select act from audit_events where subject_id = ?', [answer.organization.id]);
    expect(acts).toEqual([{ act: 'registerOrganization' }]);
  });

  test('shows those of a similar name around it first, and goes on when none of them is meant', async () => {
    const person = await makePerson(world);
    const [province] = await sql<{ parent_id: string }>(world, 'select parent_id from regions where id = ?', [
      regionId,
    ]);
    await makeOrganization(world, { regionId, name: { zh: '长春市朝阳区北斗星救援队', en: 'Big Dipper Rescue' } });
    await makeOrganization(world, { name: { zh: '长春市朝阳区北斗星救援队', en: 'Far away' } });
    for (const where of [regionId, province?.parent_id ?? '']) {
      const input = registerInput(where, '朝阳区北斗星救援队');
      const answer = await act(world, person, 'registerOrganization', input, fields);
      expect(answer.__typename).toBe('SimilarOrganizationsError');
      expect(answer.organizations.map(({ name }: { name: string }) => name)).toEqual(['Big Dipper Rescue']);
    }
    const anyway = { ...registerInput(regionId, '朝阳区北斗星救援队'), isNew: true };
    expect((await act(world, person, 'registerOrganization', anyway)).__typename).toBe('RegisterOrganizationSuccess');
    const other = registerInput(regionId, '白山林场护林员之家');
    expect((await act(world, person, 'registerOrganization', other)).__typename).toBe('RegisterOrganizationSuccess');
  });

  test.each([
    ['no name', { name: { zh: ' ' } }, 'name'],
    ['a name too long', { name: { zh: '长'.repeat(61) } }, 'name.zh'],
    ['a name of two lines', { name: { zh: '一\n二' } }, 'name'],
    ['nobody to call', { contact: { name: '', phone: '0431-8800 0000' } }, 'contact.name'],
    ['a phone without a number', { contact: { name: '王', phone: 'call me' } }, 'contact.phone'],
  ])('takes no %s', async (_, change, path) => {
    const person = await makePerson(world);
    const input = { ...registerInput(regionId, '无名社'), ...change };
    const answer = await act(world, person, 'registerOrganization', input, fields);
    expect(answer).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path }] });
    expect(await sql(world, 'select 1 from organizations where registered_by_id = ?', [person.id])).toEqual([]);
  });

  test('has an end where five of one person wait, however fast they come, and says so to PostgreSQL too', async () => {
    const person = await makePerson(world);
    const names = ['甲木', '乙火', '丙土', '丁金', '戊水', '己风', '庚雷'];
    const answers = await Promise.all(
      names.map((name) =>
        act(world, person, 'registerOrganization', { ...registerInput(regionId, name), isNew: true }),
      ),
    );
    const kinds = answers.map(({ __typename }) => String(__typename)).toSorted();
    expect(kinds).toEqual([
      ...Array.from({ length: 5 }, () => 'RegisterOrganizationSuccess'),
      ...Array.from({ length: 2 }, () => 'TooManyWaitingError'),
    ]);
    const sixth = `insert into organizations (id, slug, name_zh, kind, region_id, status, registered_by_id, created_at)
      values (gen_random_uuid(), 'sixth', '六', 'CHARITY', ?, 'PENDING', ?, now())`;
    await expect(sql(world, sixth, [regionId, person.id])).rejects.toThrow('too many organizations');
  });

  test('needs a region that there is', async () => {
    const person = await makePerson(world);
    const input = registerInput(crypto.randomUUID(), '无处社');
    expect(await act(world, person, 'registerOrganization', input)).toBe('NOT_FOUND');
  });
});

test('one that waits does not exist for others; its members and those who verify it see more of it', async () => {
  const { organization, manager } = await register(world, regionId, '看不见社');
  const query = `query ($slug: String!) { organization(slug: $slug) { contact { phone } hasManager
    members { totalCount } registrant { address } } }`;
  const ask = async (viewer: typeof manager | null) =>
    (await world.run(viewer, query, { slug: organization.slug })).data.organization;
  expect(await ask(null)).toBeNull();
  expect(await ask(await makePerson(world))).toBeNull();
  const inside = { contact: { phone: '0431-8800 0000' }, hasManager: true, members: { totalCount: 1 } };
  expect(await ask(manager)).toEqual({ ...inside, registrant: null });
  expect(await ask(await makeVerifier(world, regionId))).toEqual({ ...inside, registrant: { address: manager.email } });
});

describe('the details', () => {
  const details =
    '... on OrganizationDecidedError { status } ... on SaveOrganizationSuccess { organization { name status } }';

  test('can be mended until they are verified; then the contact alone', async () => {
    const { organization, manager } = await register(world, regionId, '改名社');
    const { id: organizationId } = organization;
    const save = (change: object) => act(world, manager, 'saveOrganization', { organizationId, ...change }, details);
    expect(await save({ name: { zh: '改好的名字' } })).toMatchObject({ organization: { name: '改好的名字' } });
    await act(world, await makeVerifier(world, regionId), 'verifyOrganization', { organizationId });
    expect(await save({ name: { zh: '又改' } })).toMatchObject({
      __typename: 'OrganizationDecidedError',
      status: 'VERIFIED',
    });
    expect(await save({ contact: { name: '李', phone: '13800138000' } })).toMatchObject({
      __typename: 'SaveOrganizationSuccess',
    });
    const rename = "update organizations set name_zh = '又改' where id = ?";
    await expect(sql(world, rename, [organizationId])).rejects.toThrow('what was verified stands');
  });

  test('of a refused one, once mended, wait again', async () => {
    const { organization, manager } = await register(world, regionId, '再来社');
    const { id: organizationId } = organization;
    await act(world, await makeVerifier(world, regionId), 'refuseOrganization', { organizationId, reason: '名称不实' });
    const query = 'query ($slug: String!) { organization(slug: $slug) { status refusalReason } }';
    const { data } = await world.run(manager, query, { slug: organization.slug });
    expect(data.organization).toEqual({ status: 'REFUSED', refusalReason: '名称不实' });
    const input = { organizationId, name: { zh: '真名社' } };
    const saved = await act(world, manager, 'saveOrganization', input, details);
    expect(saved).toMatchObject({ organization: { status: 'PENDING' } });
  });

  test('are for managers: an editor is told so, a stranger finds nothing, bad input changes nothing', async () => {
    const { id: organizationId, member } = await makeOrganization(world);
    const editor = await makePerson(world);
    const join = 'insert into organization_members (organization_id, user_id, joined_at) values (?, ?, now())';
    await sql(world, join, [organizationId, editor.id]);
    const input = { organizationId, contact: { name: '李', phone: '13800138000' } };
    expect(await act(world, editor, 'saveOrganization', input)).toBe('FORBIDDEN');
    expect(await act(world, await makePerson(world), 'saveOrganization', input)).toBe('NOT_FOUND');
    const bad = { organizationId, contact: { name: '李', phone: '' } };
    expect((await act(world, member, 'saveOrganization', bad)).__typename).toBe('InvalidInputError');
  });
});

test('regions are found from the top down and by a part of their name', async () => {
  const ask = async (args: string) => {
    const query = `{ regions(${args}) { edges { node { code name hasRegions parent { name } } } } }`;
    const { data, errors } = await world.run(null, query);
    expect(errors).toEqual([]);
    return data.regions.edges.map(({ node }: { node: { code: string } }) => node);
  };
  const [province] = await ask('first: 1');
  expect(province).toMatchObject({ name: 'Jilin', hasRegions: true, parent: null });
  const [city] = await ask(`parentCode: "${province.code}"`);
  expect(city).toMatchObject({ name: 'Changchun', hasRegions: false, parent: { name: 'Jilin' } });
  expect(await ask('search: "长春", first: 1')).toEqual([city]);
  expect(await ask('search: "%"')).toEqual([]);
});
