import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import {
  instantParam,
  MessageKind,
  queueMessage,
  queueToManyMembers,
  queueToMembers,
  type OrganizationMatter,
} from '../../platform/messages/index.ts';
import type { Invitation } from './members/invitation.entity.ts';
import type { Organization } from './organization.entity.ts';

/** No competition says in which zone its days end; the regions are those of one country with one time. */
const timeZone = 'Asia/Shanghai';

const roles = { EDITOR: { zh: '填报人', en: 'editor' }, MANAGER: { zh: '负责人', en: 'manager' } };
const nameOf = ({ name: { zh = null, en = null } }: Organization) => ({ zh, en });

/** Sends the link of an invitation, in the language of the person who invites. */
export async function notifyInvited(
  context: Context,
  em: EntityManager,
  { organization, invitation, token }: { organization: Organization; invitation: Invitation; token: string },
): Promise<void> {
  const { viewer, locale } = context;
  await queueMessage(context, em, {
    kind: MessageKind.INVITATION,
    to: { email: invitation.email, locale },
    subject: { type: 'Invitation', id: invitation.id },
    params: {
      organization: nameOf(organization),
      inviter: viewer?.name || (viewer?.email ?? ''),
      role: roles[invitation.role],
      until: instantParam(invitation.expiresAt, timeZone),
      link: { path: `/invitations/${token}` },
    },
  });
}

/** A letter each, to the members of each, in one statement. */
export async function notifyVerified(
  context: Context,
  em: EntityManager,
  organizations: readonly Organization[],
): Promise<void> {
  const matters = organizations.map((organization): OrganizationMatter => ({
    organizationId: organization.id,
    kind: MessageKind.ORGANIZATION_VERIFIED,
    subject: { type: 'Organization', id: organization.id },
    params: { organization: nameOf(organization), link: { path: '/projects' } },
  }));
  await queueToManyMembers(context, em, matters);
}

export async function notifyRefused(context: Context, em: EntityManager, organization: Organization): Promise<void> {
  await queueToMembers(context, em, organization.id, {
    kind: MessageKind.ORGANIZATION_REFUSED,
    subject: { type: 'Organization', id: organization.id },
    params: {
      organization: nameOf(organization),
      reason: organization.refusalReason ?? '',
      link: { path: `/organizations/${organization.slug}` },
    },
  });
}
