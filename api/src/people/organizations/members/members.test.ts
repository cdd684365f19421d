import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, sql } from '../../../test/act.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeProject,
  type TestOrganization,
} from '../../../test/factories.ts';
import { runJobs } from '../../../test/jobs.ts';
import { invitationTo, makeVerifier } from '../../../test/organizations.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();
let own: TestOrganization;
let manager: Viewer;
beforeEach(async () => {
  own = await makeOrganization(world);
  manager = own.member;
});

let serial = 0;
const address = () => `invited-${(serial += 1)}@example.org`;
const invite = (viewer: Viewer, email: string, role = 'EDITOR') =>
  act(
    world,
    viewer,
    'inviteMember',
    { organizationId: own.id, email, role },
    '... on InviteMemberSuccess { invitation { id email role status } } ... on InvalidInputError { fields { path } }',
  );
const accept = (viewer: Viewer, token: string) =>
  act(
    world,
    viewer,
    'acceptInvitation',
    { token },
    '... on AcceptInvitationSuccess { organization { viewerRole } } ... on InvitationClosedError { status }',
  );

async function join(role = 'EDITOR'): Promise<Viewer & { memberId: string }> {
  const email = address();
  await invite(manager, email, role);
  const person = await makePerson(world, email);
  await accept(person, await invitationTo(world, email));
  return { ...person, memberId: await memberIdOf(person) };
}

async function memberIdOf({ id }: Viewer): Promise<string> {
  const find = 'select id from organization_members where organization_id = ? and user_id = ? and left_at is null';
  return (await sql<{ id: string }>(world, find, [own.id, id]))[0]?.id ?? '';
}
const rolesNow = async () =>
  await sql(
    world,
    'select user_id, role from organization_members where organization_id = ? and left_at is null order by joined_at, id',
    [own.id],
  );

async function handOver(viewer: Viewer, memberId: string, leaves: boolean): Promise<string> {
  const mutation = `mutation ($input: TransferOrganizationInput!) { transferOrganization(input: $input) { __typename } }`;
  const { data, errors } = await world.run(viewer, mutation, { input: { memberId, leaves } });
  return errors[0]?.code ?? data.transferOrganization.__typename;
}

describe('an invitation', () => {
  test('goes by mail, tells its reader what it is about, and opens once for whoever signs in', async () => {
    const email = address();
    const sent = await invite(manager, ` ${email.toUpperCase()} `, 'MANAGER');
    expect(sent).toMatchObject({ invitation: { email, role: 'MANAGER', status: 'OPEN' } });
    const token = await invitationTo(world, email);
    const query = 'query ($token: String!) { invitation(token: $token) { organizationName role sentTo status } }';
    const read = async () => (await world.run(null, query, { token })).data.invitation;
    expect(await read()).toMatchObject({ role: 'MANAGER', sentTo: 'i***@example.org', status: 'OPEN' });
    const person = await makePerson(world, email);
    expect(await accept(person, token)).toMatchObject({ organization: { viewerRole: 'MANAGER' } });
    expect(await accept(await makePerson(world), token)).toMatchObject({
      __typename: 'InvitationClosedError',
      status: 'ACCEPTED',
    });
    expect((await read()).status).toBe('ACCEPTED');
    const kept = await sql(world, 'select 1 from organization_invitations where token_hash = ?', [token]);
    expect(kept).toEqual([]);
    await runJobs(world);
    expect(await sql(world, 'select 1 from messages where strpos(params::text, ?) > 0', [token])).toEqual([]);
  });

  test('is good for fourteen days, a newer one replaces it, and it can be taken back', async () => {
    const email = address();
    await invite(manager, email);
    const first = await invitationTo(world, email);
    const { invitation } = await invite(manager, email);
    const second = await invitationTo(world, email);
    const person = await makePerson(world);
    expect(await accept(person, first)).toMatchObject({ status: 'REVOKED' });
    const revoke = (viewer: Viewer) =>
      act(
        world,
        viewer,
        'revokeInvitation',
        { invitationId: invitation.id },
        '... on InvitationClosedError { status }',
      );
    expect(await revoke(person)).toBe('NOT_FOUND');
    expect((await revoke(manager)).__typename).toBe('RevokeInvitationSuccess');
    expect(await revoke(manager)).toMatchObject({ status: 'REVOKED' });
    expect(await accept(person, second)).toMatchObject({ status: 'REVOKED' });
    await invite(manager, email);
    const now = world.clock.now();
    world.clock.set(new Date(now.getTime() + 14 * 86_400_000));
    expect(await accept(person, await invitationTo(world, email))).toMatchObject({ status: 'EXPIRED' });
    world.clock.set(now);
    expect(await accept(person, 'nothing')).toBe('NOT_FOUND');
  });

  test('is for managers to send: to no member, to no nonsense, and to twenty a day', async () => {
    const editor = await join();
    expect(await invite(editor, address())).toBe('FORBIDDEN');
    expect(await invite(await makePerson(world), address())).toBe('NOT_FOUND');
    expect(await invite(manager, editor.email)).toMatchObject({ __typename: 'AlreadyMemberError' });
    expect(await invite(manager, 'nobody')).toMatchObject({ fields: [{ path: 'email' }] });
    for (let i = 0; i < 19; i += 1) await invite(manager, address());
    expect(await invite(manager, address())).toMatchObject({ __typename: 'TooManyInvitationsError' });
  });

  test('makes an editor a manager, and never the other way round', async () => {
    const editor = await join();
    const [before] = (await rolesNow()).filter(({ user_id }) => user_id === editor.id);
    expect(before).toMatchObject({ role: 'EDITOR' });
    // Sent before to another of their mailboxes.
    for (const [role, after] of [
      ['MANAGER', 'MANAGER'],
      ['EDITOR', 'MANAGER'],
    ] as const) {
      const email = address();
      await invite(manager, email, role);
      expect(await accept(editor, await invitationTo(world, email))).toMatchObject({
        organization: { viewerRole: after },
      });
    }
  });
});

describe('roles', () => {
  test('editors write, managers manage', async () => {
    const editor = await join();
    const query = `query ($slug: String!) { organization(slug: $slug) { viewerRole members { edges { node { address role } } }
      invitations { totalCount } } }`;
    await invite(manager, address());
    const { data } = await world.run(editor, query, { slug: own.slug });
    expect(data.organization).toEqual({
      viewerRole: 'EDITOR',
      members: {
        edges: [
          { node: { address: manager.email, role: 'MANAGER' } },
          { node: { address: editor.email, role: 'EDITOR' } },
        ],
      },
      invitations: { totalCount: 0 },
    });
    const project = { organizationId: own.id, title: { zh: '编辑写的' } };
    expect((await act(world, editor, 'createProject', project)).__typename).toBe('CreateProjectSuccess');
    const memberId = await memberIdOf(manager);
    expect(await act(world, editor, 'setMemberRole', { memberId, role: 'EDITOR' })).toBe('FORBIDDEN');
    expect(await act(world, editor, 'removeMember', { memberId })).toBe('FORBIDDEN');
    expect(await handOver(editor, memberId, false)).toBe('FORBIDDEN');
  });

  test('change by a manager; the last manager stays one, also when two give it up at once', async () => {
    const editor = await join();
    const setRole = (viewer: Viewer, memberId: string, role: string) =>
      act(world, viewer, 'setMemberRole', { memberId, role });
    const managerId = await memberIdOf(manager);
    expect(await setRole(manager, managerId, 'EDITOR')).toMatchObject({ __typename: 'LastManagerError' });
    expect((await setRole(manager, editor.memberId, 'MANAGER')).__typename).toBe('SetMemberRoleSuccess');
    expect(await setRole(await makePerson(world), managerId, 'EDITOR')).toBe('NOT_FOUND');
    const leave = (viewer: Viewer) => act(world, viewer, 'leaveOrganization', { organizationId: own.id });
    const answers = await Promise.all([leave(manager), leave(editor)]);
    const kinds = answers.map(({ __typename }) => String(__typename)).toSorted();
    expect(kinds).toEqual(['LastManagerError', 'LeaveOrganizationSuccess']);
    const end = 'update organization_members set left_at = now() where organization_id = ? and left_at is null';
    await expect(sql(world, end, [own.id])).rejects.toThrow('somebody has to manage');
  });
});

describe('a membership', () => {
  test('ends by a manager or by oneself, stays on record, and opens nothing any more', async () => {
    const editor = await join();
    const projectId = await makeProject(world, own);
    const project = async (viewer: Viewer) =>
      (await world.run(viewer, 'query ($id: ID!) { project(id: $id) { id } }', { id: projectId })).data.project;
    const list = async (viewer: Viewer) => {
      const query = `query ($slug: String!) { organization(slug: $slug) { viewerIsMember projects { totalCount }
        members { totalCount } former: members(areFormer: true) { totalCount } } viewer { organizations { id } } }`;
      return (await world.run(viewer, query, { slug: own.slug })).data;
    };
    expect(await project(editor)).not.toBeNull();
    expect(await act(world, await makePerson(world), 'removeMember', { memberId: editor.memberId })).toBe('NOT_FOUND');
    expect(await act(world, manager, 'removeMember', { memberId: editor.memberId })).toMatchObject({
      __typename: 'RemoveMemberSuccess',
    });
    expect(await act(world, manager, 'removeMember', { memberId: editor.memberId })).toBe('NOT_FOUND');
    expect(await project(editor)).toBeNull();
    expect(await list(editor)).toMatchObject({
      organization: { viewerIsMember: false, projects: { totalCount: 0 }, members: { totalCount: 0 } },
      viewer: { organizations: [] },
    });
    expect(await list(manager)).toMatchObject({
      organization: { members: { totalCount: 1 }, former: { totalCount: 1 } },
    });
    const ended = 'select ended_by_id from organization_members where id = ? and left_at = ?';
    expect(await sql(world, ended, [editor.memberId, world.clock.now()])).toEqual([{ ended_by_id: manager.id }]);
    await expect(sql(world, 'delete from organization_members where id = ?', [editor.memberId])).rejects.toThrow(
      'not deleted',
    );
    await expect(
      sql(world, 'update organization_members set left_at = null where id = ?', [editor.memberId]),
    ).rejects.toThrow('stays as it was');
    expect(await act(world, editor, 'leaveOrganization', { organizationId: own.id })).toBe('NOT_FOUND');
  });

  test('can begin anew after it ended', async () => {
    const editor = await join();
    await act(world, editor, 'leaveOrganization', { organizationId: own.id });
    const email = address();
    await invite(manager, email);
    expect(await accept(editor, await invitationTo(world, email))).toMatchObject({
      organization: { viewerRole: 'EDITOR' },
    });
  });

  test('the last manager leaves by handing the organization over', async () => {
    const editor = await join();
    const organizationId = own.id;
    expect(await act(world, manager, 'leaveOrganization', { organizationId })).toMatchObject({
      __typename: 'LastManagerError',
    });
    const managerId = await memberIdOf(manager);
    expect(await handOver(manager, managerId, true)).toBe('NOT_FOUND');
    expect(await handOver(await makePerson(world), managerId, true)).toBe('NOT_FOUND');
    expect(await handOver(manager, editor.memberId, false)).toBe('TransferOrganizationSuccess');
    expect(await rolesNow()).toEqual([
      { user_id: manager.id, role: 'EDITOR' },
      { user_id: editor.id, role: 'MANAGER' },
    ]);
    expect(await handOver(editor, managerId, true)).toBe('TransferOrganizationSuccess');
    expect(await rolesNow()).toEqual([{ user_id: manager.id, role: 'MANAGER' }]);
  });
});

test('whoever left within the year still does not vote for its entries', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition, { organization: own });
  const editor = await join();
  await act(world, editor, 'leaveOrganization', { organizationId: own.id });
  const query = `query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { voting { refusal } } }`;
  const refusal = async () => (await world.run(editor, query, { slug: competition.slug })).data.entry.voting.refusal;
  const vote = () => act(world, editor, 'castVote', { entryId: entry.id, key: crypto.randomUUID() });
  expect([await refusal(), (await vote()).__typename]).toEqual(['OWN_ORGANIZATION', 'OwnOrganizationError']);
  const now = world.clock.now();
  const joined = new Date(now.getTime() - 380 * 86_400_000);
  const left = new Date(now.getTime() - 366 * 86_400_000);
  const person = await makePerson(world);
  const insert = 'insert into organization_members (organization_id, user_id, joined_at, left_at) values (?, ?, ?, ?)';
  await sql(world, insert, [own.id, person.id, joined, left]);
  const input = { entryId: entry.id, key: crypto.randomUUID() };
  expect((await act(world, person, 'castVote', input)).__typename).toBe('CastVoteSuccess');
});

test('an organization that nobody manages gets a manager from a region organizer, who has to say yes', async () => {
  const verifier = await makeVerifier(world, own.regionId);
  const appoint = (viewer: Viewer, organizationId: string, email = address()) =>
    act(world, viewer, 'appointManager', { organizationId, email });
  expect(await appoint(verifier, own.id)).toMatchObject({ __typename: 'HasManagerError' });
  const { id, slug } = await makeOrganization(world, { regionId: own.regionId });
  await sql(world, 'alter table organization_members disable trigger user');
  await sql(world, 'delete from organization_members where organization_id = ?', [id]);
  await sql(world, 'alter table organization_members enable trigger user');
  expect(await appoint(await makePerson(world), id)).toBe('NOT_FOUND');
  expect(await appoint(verifier, id, 'x')).toMatchObject({ __typename: 'InvalidInputError' });
  const email = address();
  expect(await appoint(verifier, id, email)).toMatchObject({ __typename: 'AppointManagerSuccess' });
  const person = await makePerson(world, email);
  expect(await accept(person, await invitationTo(world, email))).toMatchObject({
    organization: { viewerRole: 'MANAGER' },
  });
  const { data } = await world.run(verifier, `{ organization(slug: "${slug}") { hasManager } }`);
  expect(data.organization.hasManager).toBe(true);
});
