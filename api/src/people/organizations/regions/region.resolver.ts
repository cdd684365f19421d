import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../../core/graphql/page.ts';
import { hasRegionsInside, RegionConnection, regionsBy } from '../organization.queries.ts';
import { Region } from './region.entity.ts';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => RegionConnection, {
    description:
      'In the order of their codes: provinces, the regions inside one, or those that a search finds anywhere.',
  })
  async regions(
    @Arg('parentCode', () => String, { nullable: true }) parentCode: string | null,
    @Arg('search', () => String, { nullable: true, description: 'A part of a name or a code.' }) search: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Region>> {
    return await pageOf(context, regionsBy(parentCode ?? null, search?.trim() ?? ''), args);
  }

  @FieldResolver(() => String)
  name(@Root() region: Region, @Ctx() { locale }: Context): string {
    return region.name.in(locale);
  }

  @FieldResolver(() => Region, { nullable: true })
  async parent(@Root() region: Region): Promise<Region | null> {
    return (await region.parent?.load()) ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether there are regions inside it.' })
  async hasRegions(@Root() region: Region, @Ctx() context: Context): Promise<boolean> {
    return await hasRegionsInside(context, region.id);
  }
}
