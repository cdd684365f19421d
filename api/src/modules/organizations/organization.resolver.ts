import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ViewerType } from '../identity/index.ts';
import { isMember } from './membership.ts';
import { Organization } from './organization.entity.ts';
import { Region } from './region.entity.ts';

@Resolver(() => Region)
export class RegionResolver {
  @FieldResolver(() => String)
  name(@Root() region: Region, @Ctx() { locale }: Context): string {
    return region.name.in(locale);
  }

  @FieldResolver(() => Region, { nullable: true })
  async parent(@Root() region: Region): Promise<Region | null> {
    return (await region.parent?.load()) ?? null;
  }
}

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true })
  async organization(@Arg('slug', () => String) slug: string, @Ctx() { em }: Context): Promise<Organization | null> {
    return await em.findOne(Organization, { slug });
  }

  @FieldResolver(() => String)
  name(@Root() organization: Organization, @Ctx() { locale }: Context): string {
    return organization.name.in(locale);
  }

  @FieldResolver(() => Region)
  async region(@Root() organization: Organization): Promise<Region> {
    return await organization.region.loadOrFail();
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may act for it.' })
  async viewerIsMember(@Root() organization: Organization, @Ctx() context: Context): Promise<boolean> {
    return await isMember(context, organization.id);
  }
}

@Resolver(() => ViewerType)
export class ViewerOrganizationsResolver {
  @FieldResolver(() => [Organization], { description: 'Organizations the viewer may act for.' })
  async organizations(@Root() viewer: ViewerType, @Ctx() { em }: Context): Promise<Organization[]> {
    const rows = await em.execute<{ organization_id: string }[]>(
      'select organization_id from organization_members where user_id = ? order by joined_at, organization_id limit 100',
      [viewer.id],
    );
    return await em.find(
      Organization,
      { id: { $in: rows.map((row) => row.organization_id) } },
      { orderBy: { slug: 1 } },
    );
  }
}
