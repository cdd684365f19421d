import { load, type Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { User } from '../../platform/identity/index.ts';
import { Invitation } from './members/invitation.entity.ts';
import { MemberRole, OrganizationMember } from './members/member.entity.ts';
import { Organization, type OrganizationStatus } from './organization.entity.ts';
import { Region } from './regions/region.entity.ts';
import { regionsVerifiedBy } from './verification/verifier.ts';

export const OrganizationConnection = connectionOf(() => Organization, 'Organization');
export const MemberConnection = connectionOf(() => OrganizationMember, 'Member');
export const InvitationConnection = connectionOf(() => Invitation, 'Invitation');
export const RegionConnection = connectionOf(() => Region, 'Region');

/** Those of today, or those of before. */
export const membersOf = (areFormer: boolean): PageSource<OrganizationMember> => ({
  entity: OrganizationMember,
  name: `organization.members/${areFormer}`,
  from: 'organization_members m',
  alias: 'm',
  parent: 'm.organization_id',
  where: [{ sql: areFormer ? 'm.left_at is not null' : 'm.left_at is null' }],
  order: { sql: 'm.joined_at', type: 'timestamptz', descending: areFormer },
});

export const invitationsOf: PageSource<Invitation> = {
  entity: Invitation,
  name: 'organization.invitations',
  from: 'organization_invitations i',
  alias: 'i',
  parent: 'i.organization_id',
  // One to the same mailbox that gave way to a newer one tells nothing.
  where: [{ sql: 'i.accepted_at is null and i.revoked_at is null' }],
  order: { sql: 'i.created_at', type: 'timestamptz', descending: true },
};

/** Waiting organizations are listed oldest first, decided ones newest first. */
export const organizationsToVerify = (viewerId: string, status: OrganizationStatus): PageSource<Organization> => {
  const { sql, params } = regionsVerifiedBy(viewerId);
  return {
    entity: Organization,
    name: `viewer.organizationsToVerify/${viewerId}/${status}`,
    from: 'organizations o',
    alias: 'o',
    where: [
      { sql: `o.region_id in (${sql})`, params },
      { sql: 'o.status = ? and o.rehearsal_id is null', params: [status] },
    ],
    order: { sql: 'o.created_at', type: 'timestamptz', descending: status !== 'PENDING' },
  };
};

/** The regions inside one; without one the provinces, or all whose name or code has the words in it. */
export function regionsBy(parentCode: string | null, search: string): PageSource<Region> {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const where = search
    ? { sql: '(r.name_zh ilike ? or r.name_en ilike ? or r.code like ?)', params: [pattern, pattern, pattern] }
    : parentCode === null
      ? { sql: 'r.parent_id is null' }
      : { sql: 'r.parent_id = (select id from regions where code = ?)', params: [parentCode] };
  return {
    entity: Region,
    name: `regions/${parentCode}/${search}`,
    from: 'regions r',
    alias: 'r',
    where: [where],
    order: { sql: 'r.code', type: 'text' },
  };
}

/** Whether there are regions inside one; asked for many at once. */
export const hasRegionsInside = async (context: Context, regionId: string): Promise<boolean> =>
  await load(
    context,
    'region.hasInside',
    regionId,
    async (ids) => {
      const rows = await context.em.execute<{ parent_id: string }[]>(
        'select distinct parent_id from regions where parent_id = any(?::uuid[])',
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.parent_id, true]));
    },
    false,
  );

/** Whether anybody manages an organization; asked for many at once. */
export const isManaged = async (context: Context, organizationId: string): Promise<boolean> =>
  await load(
    context,
    'organization.isManaged',
    organizationId,
    async (ids) => {
      const rows = await context.em.execute<{ organization_id: string }[]>(
        `select distinct organization_id from organization_members
         where organization_id = any(?::uuid[]) and role = '${MemberRole.MANAGER}' and left_at is null`,
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.organization_id, true]));
    },
    false,
  );

/** People by their ids; asked for many at once. */
export const personOf = async (context: Context, userId: string): Promise<User | null> =>
  await load<User | null>(
    context,
    'organization.person',
    userId,
    async (ids) => {
      const people = await context.em.find(User, { id: { $in: [...ids] } });
      return new Map(people.map((person) => [person.id, person]));
    },
    null,
  );

/** The membership of the person who registered an organization, batched. */
export const registrantOf = async (context: Context, organizationId: string): Promise<OrganizationMember | null> =>
  await load<OrganizationMember | null>(
    context,
    'organization.registrant',
    organizationId,
    async (ids) => {
      const rows = await context.em.execute<{ id: string; organization_id: string }[]>(
        `select distinct on (o.id) m.id, o.id as organization_id from organizations o
         join organization_members m on m.organization_id = o.id and m.user_id = o.registered_by_id
         where o.id = any(?::uuid[]) order by o.id, m.joined_at`,
        [`{${ids.join(',')}}`],
      );
      const members = await context.em.find(OrganizationMember, { id: { $in: rows.map(({ id }) => id) } });
      return new Map(members.map((member) => [member.organization.id, member]));
    },
    null,
  );
