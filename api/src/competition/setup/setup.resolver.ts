import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { ViewerType } from '../../platform/identity/index.ts';
import type { Organization } from '../../people/organizations/index.ts';
import { Competition, isOrganizer } from '../competitions/index.ts';
import { HostConnection, hostsFor } from './basics/hosts.ts';
import { loadChecklist } from './load-checklist.ts';
import { organizersOf } from './organizers.ts';
import * as types from './setup.types.ts';
import { isSlugFree } from './basics/slug.ts';

@Resolver(() => Competition)
export class CompetitionSetUpResolver {
  @FieldResolver(() => [types.ChecklistItem], {
    nullable: true,
    description: 'What there is to do before it is opened; null for all but its organizers.',
  })
  async checklist(@Root() root: Competition, @Ctx() context: Context): Promise<types.ChecklistItem[] | null> {
    return (await isOrganizer(context, root.id)) ? await loadChecklist(context, root) : null;
  }

  @FieldResolver(() => [types.Organizer], { nullable: true, description: 'Null for all but its organizers.' })
  async organizers(@Root() root: Competition, @Ctx() context: Context): Promise<types.Organizer[] | null> {
    return (await isOrganizer(context, root.id)) ? await organizersOf(context, root.id) : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerHostsResolver {
  @FieldResolver(() => HostConnection, {
    description: 'Organizations in whose name the viewer may begin a competition.',
  })
  async hosts(
    @Root() viewer: ViewerType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Organization>> {
    return await pageOf(context, hostsFor(viewer.id), args);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a competition could have this address.' })
  async isSlugFree(@Arg('slug', () => String) slug: string, @Ctx() { em }: Context): Promise<boolean> {
    return await isSlugFree(em, slug);
  }
}
