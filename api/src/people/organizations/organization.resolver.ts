import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import type { Context } from '../../core/context.ts';
import { emptyPage, PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { make } from '../../core/graphql/user-error.ts';
import { ViewerType } from '../../platform/identity/index.ts';
import { canSeeOrganization } from './find-organization.ts';
import type { Invitation } from './members/invitation.entity.ts';
import { MemberRole, OrganizationMember } from './members/member.entity.ts';
import { isMember, roleOf } from './members/membership.ts';
import { Organization, OrganizationStatus } from './organization.entity.ts';
import {
  InvitationConnection,
  invitationsOf,
  isManaged,
  MemberConnection,
  membersOf,
  OrganizationConnection,
  organizationsToVerify,
  registrantOf,
} from './organization.queries.ts';
import { OrganizationContact, SimilarOrganization } from './organization.types.ts';
import { Region } from './regions/region.entity.ts';
import { similarOrganizations } from './verification/similar.ts';
import { canVerify, regionsToVerify } from './verification/verifier.ts';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: 'Verified ones for everybody; others for their members and for those who verify them.',
  })
  async organization(@Arg('slug', () => String) slug: string, @Ctx() context: Context): Promise<Organization | null> {
    const organization = await context.em.findOne(Organization, { slug });
    return organization && (await canSeeOrganization(context, organization)) ? organization : null;
  }

  @FieldResolver(() => String)
  name(@Root() organization: Organization, @Ctx() { locale }: Context): string {
    return organization.name.in(locale);
  }

  @FieldResolver(() => LocalizedText, { description: 'The name as it was registered.' })
  names(@Root() organization: Organization): LocalizedText {
    return organization.name;
  }

  @FieldResolver(() => Region)
  async region(@Root() organization: Organization): Promise<Region> {
    return await organization.region.loadOrFail();
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may act for it.' })
  async viewerIsMember(@Root() organization: Organization, @Ctx() context: Context): Promise<boolean> {
    return await isMember(context, organization.id);
  }

  @FieldResolver(() => MemberRole, { nullable: true, description: 'What the viewer may do for it.' })
  async viewerRole(@Root() organization: Organization, @Ctx() context: Context): Promise<MemberRole | null> {
    return await roleOf(context, organization.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may verify it.' })
  async viewerCanVerify(@Root() organization: Organization, @Ctx() context: Context): Promise<boolean> {
    return await canVerify(context, organization.id);
  }

  @FieldResolver(() => OrganizationContact, {
    nullable: true,
    description: 'For its members and those who verify it; null where nobody was named.',
  })
  async contact(@Root() organization: Organization, @Ctx() context: Context): Promise<OrganizationContact | null> {
    const { contactName: name, contactPhone: phone } = organization;
    return name && phone && (await isInside(context, organization)) ? make(OrganizationContact, { name, phone }) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'For its members and those who verify it.' })
  async refusalReason(@Root() organization: Organization, @Ctx() context: Context): Promise<string | null> {
    return (await isInside(context, organization)) ? (organization.refusalReason ?? null) : null;
  }

  @FieldResolver(() => MemberConnection, { description: 'For its members and those who verify it; empty for others.' })
  async members(
    @Root() organization: Organization,
    @Arg('areFormer', () => Boolean, { defaultValue: false, description: 'Those whose membership ended.' })
    areFormer: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<OrganizationMember>> {
    if (!(await isInside(context, organization))) return emptyPage();
    return await pageOf(context, membersOf(areFormer), args, organization.id);
  }

  @FieldResolver(() => InvitationConnection, {
    description: 'Those that nobody accepted so far, the newest first; for its managers, empty for others.',
  })
  async invitations(
    @Root() organization: Organization,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Invitation>> {
    const isManager = (await roleOf(context, organization.id)) === MemberRole.MANAGER;
    return isManager ? await pageOf(context, invitationsOf, args, organization.id) : emptyPage();
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether anybody manages it; for its members and those who verify it.',
  })
  async hasManager(@Root() organization: Organization, @Ctx() context: Context): Promise<boolean | null> {
    return (await isInside(context, organization)) ? await isManaged(context, organization.id) : null;
  }

  @FieldResolver(() => OrganizationMember, {
    nullable: true,
    description: 'Who registered it; for those who verify it.',
  })
  async registrant(@Root() organization: Organization, @Ctx() context: Context): Promise<OrganizationMember | null> {
    return (await canVerify(context, organization.id)) ? await registrantOf(context, organization.id) : null;
  }

  @FieldResolver(() => [SimilarOrganization], {
    description: 'Organizations of a similar name around it, at most five; for those who verify it.',
  })
  async similar(@Root() organization: Organization, @Ctx() context: Context): Promise<SimilarOrganization[]> {
    return (await canVerify(context, organization.id)) ? await similarOrganizations(context, organization.id) : [];
  }
}

/** Members, and those who verify: they see what it says of itself and who acts for it. */
const isInside = async (context: Context, { id }: Organization): Promise<boolean> =>
  (await isMember(context, id)) || (await canVerify(context, id));

@Resolver(() => ViewerType)
export class ViewerOrganizationsResolver {
  @FieldResolver(() => [Organization], { description: 'Organizations the viewer may act for.' })
  async organizations(@Root() viewer: ViewerType, @Ctx() { em }: Context): Promise<Organization[]> {
    const rows = await em.execute<{ organization_id: string }[]>(
      `select organization_id from organization_members where user_id = ? and left_at is null
       order by joined_at, organization_id limit 100`,
      [viewer.id],
    );
    return await em.find(
      Organization,
      { id: { $in: rows.map((row) => row.organization_id) } },
      { orderBy: { slug: 1 } },
    );
  }

  @FieldResolver(() => [Region], {
    description: 'Where, with the regions inside, the viewer verifies organizations.',
  })
  async verifiesIn(@Ctx() context: Context): Promise<Region[]> {
    return await regionsToVerify(context);
  }

  @FieldResolver(() => OrganizationConnection, {
    description: 'Organizations of those regions: that wait, longest first, or that were decided, newest first.',
  })
  async organizationsToVerify(
    @Root() viewer: ViewerType,
    @Arg('status', () => OrganizationStatus, { defaultValue: OrganizationStatus.PENDING }) status: OrganizationStatus,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Organization>> {
    return await pageOf(context, organizationsToVerify(viewer.id, status), args);
  }
}
