import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { selectRows } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { Activity } from '../../work/activities/index.ts';
import { Organization } from '../../people/organizations/index.ts';
import { Project } from '../../work/projects/index.ts';
import { Category, Competition } from '../competitions/index.ts';
import { Entry } from './entry.entity.ts';
import { acceptedEntries, entriesOfOrganization, entriesOfProject, EntryConnection } from './entry.queries.ts';
import { EntriesArgs, RegionFigure } from './entry.types.ts';
import { regionFigures } from './region-figures.ts';
import { storiesOf } from './stories.ts';

@Resolver(() => Competition)
export class CompetitionEntriesResolver {
  @FieldResolver(() => EntryConnection, { description: 'Accepted entries.' })
  async entries(
    @Root() root: Competition,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() context: Context,
  ): Promise<Page<Entry>> {
    return await pageOf(context, await acceptedEntries(context, args), args, root.id);
  }

  @FieldResolver(() => [RegionFigure], { description: 'By city, or by province from elsewhere; most entries first.' })
  async entriesByRegion(@Root() root: Competition, @Ctx() context: Context): Promise<RegionFigure[]> {
    return await regionFigures(context, root.id);
  }

  @FieldResolver(() => [Activity], {
    description: 'The latest told activities of its entries and its host, at most six.',
  })
  async stories(@Root() root: Competition, @Ctx() context: Context): Promise<Activity[]> {
    return await storiesOf(context, root.id);
  }
}

@Resolver(() => Category)
export class CategoryEntriesResolver {
  @FieldResolver(() => Int, { description: 'Accepted entries.' })
  async entryCount(@Root() category: Category, @Ctx() context: Context): Promise<number> {
    const [row] = await selectRows<{ count: number }>(
      context,
      'category.entryCount',
      category.id,
      `select category_id as id, count(*)::int as count from entries
       where category_id = any(?::uuid[]) and status = 'ACCEPTED' group by 1`,
    );
    return row?.count ?? 0;
  }
}

@Resolver(() => Organization)
export class OrganizationEntriesResolver {
  @FieldResolver(() => EntryConnection, { description: 'Accepted ones; for members all of theirs.' })
  async entries(
    @Root() root: Organization,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Entry>> {
    return await pageOf(context, await entriesOfOrganization(context), args, root.id);
  }
}

@Resolver(() => Project)
export class ProjectEntriesResolver {
  @FieldResolver(() => [Entry], { description: 'Newest first.' })
  async entries(@Root() project: Project, @Ctx() context: Context): Promise<Entry[]> {
    return await entriesOfProject(context, project.id);
  }
}
