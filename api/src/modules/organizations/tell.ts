import type { Context } from '../../context.ts';
import { message } from '../../messages.ts';
import type { MemberRole } from './member.entity.ts';
import type { Organization } from './organization.entity.ts';

/** Sends the link of an invitation, which stands nowhere else. After the commit. */
export async function tellByMail(
  context: Context,
  { email, organization, role, token }: { email: string; organization: Organization; role: MemberRole; token: string },
): Promise<void> {
  const values = {
    organization: organization.name.in(context.locale),
    role: message(context.locale, `member.role.${role}`),
    link: `${context.publicUrl ?? ''}/invitations/${token}`,
  };
  await context.mailer?.send({
    to: email,
    subject: message(context.locale, 'mail.invitation.subject', values),
    text: message(context.locale, 'mail.invitation.body', values),
  });
}
