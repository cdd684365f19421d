import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { shownEmail } from '../../../platform/identity/index.ts';
import { Invitation, InvitationStatus } from './invitation.entity.ts';
import { hashOf } from './invite.ts';
import { OrganizationMember } from './member.entity.ts';
import { InvitationLetter } from './member.types.ts';
import { personOf } from '../organization.queries.ts';

@Resolver(() => OrganizationMember)
export class MemberResolver {
  @FieldResolver(() => String, { description: 'Empty where we were never told.' })
  async name(@Root() member: OrganizationMember, @Ctx() context: Context): Promise<string> {
    const name = (await personOf(context, member.user.id))?.name ?? '';
    // Accounts made from an address have it for a name.
    return name.includes('@') ? '' : name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How others know the account: its mailbox, or its number with the middle hidden.',
  })
  async address(@Root() member: OrganizationMember, @Ctx() context: Context): Promise<string | null> {
    const person = await personOf(context, member.user.id);
    if (!person) return null;
    const { phoneNumber } = person;
    return shownEmail(person) ?? (phoneNumber ? `${phoneNumber.slice(0, -8)}****${phoneNumber.slice(-4)}` : null);
  }

  @FieldResolver(() => Boolean)
  isViewer(@Root() member: OrganizationMember, @Ctx() { viewer }: Context): boolean {
    return member.user.id === viewer?.id;
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationLetter, {
    nullable: true,
    description: 'What the link of an invitation says, to whoever holds it, signed in or not; null for any other link.',
  })
  async invitation(
    @Arg('token', () => String) token: string,
    @Ctx() context: Context,
  ): Promise<InvitationLetter | null> {
    const { em, clock, locale } = context;
    const found = await em.findOne(Invitation, { tokenHash: hashOf(token) }, { populate: ['organization'] });
    if (!found) return null;
    return make(InvitationLetter, {
      organizationName: found.organization.$.name.in(locale),
      role: found.role,
      sentTo: hidden(found.email),
      status: found.statusAt(clock.now()),
      expiresAt: found.expiresAt,
    });
  }

  @FieldResolver(() => InvitationStatus)
  status(@Root() invitation: Invitation, @Ctx() { clock }: Context): InvitationStatus {
    return invitation.statusAt(clock.now());
  }
}

const hidden = (email: string): string => email.replace(/^(.)[^@]*/u, '$1***');
