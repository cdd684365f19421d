import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { referenceFields } from '../../core/graphql/reference-fields.ts';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { activitiesOf, type Activity, ActivityConnection, Evidence, evidenceOf } from '../../work/activities/index.ts';
import { isMember, Organization, Region } from '../../people/organizations/index.ts';
import { Category, Competition } from '../competitions/index.ts';
import { isOrganizer } from '../competitions/index.ts';
import { Entry } from './entry.entity.ts';
import { canSeeEntry, isBlindToEntry } from './entry.policy.ts';

export const EntryReferences = referenceFields(Entry, { competition: () => Competition, category: () => Category });

@Resolver(() => Entry)
export class EntryResolver {
  @Query(() => Entry, { nullable: true })
  async entry(
    @Arg('competitionSlug', () => String) slug: string,
    @Arg('number', () => Int) number: number,
    @Ctx() context: Context,
  ): Promise<Entry | null> {
    const entry = await context.em.findOne(Entry, { competition: { slug }, number }, { populate: ['competition'] });
    return entry && (await canSeeEntry(context, entry)) ? entry : null;
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Null where the viewer judges blind.' })
  async organization(@Root() entry: Entry, @Ctx() context: Context): Promise<Organization | null> {
    return (await isBlindToEntry(context, entry)) ? null : await entry.organization.loadOrFail();
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Null where the viewer judges blind.' })
  async region(@Root() entry: Entry, @Ctx() context: Context): Promise<Region | null> {
    return (await isBlindToEntry(context, entry)) ? null : await entry.region.loadOrFail();
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'For its organization and the organizers; null otherwise.',
  })
  async rejectionReason(@Root() entry: Entry, @Ctx() context: Context): Promise<string | null> {
    if (!entry.rejectionReason) return null;
    const mayKnow =
      (await isMember(context, entry.organization.id)) || (await isOrganizer(context, entry.competition.id));
    return mayKnow ? entry.rejectionReason : null;
  }

  @FieldResolver(() => Evidence, { description: 'From the activity records of its project.' })
  async evidence(@Root() entry: Entry, @Ctx() context: Context): Promise<Evidence> {
    return await evidenceOf(context, entry.project.id);
  }

  @FieldResolver(() => ActivityConnection, {
    description: 'Of its project, newest first; none where the viewer judges blind.',
  })
  async activities(
    @Root() entry: Entry,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Activity>> {
    return await pageOf(context, await activitiesOf(context, 'project'), args, entry.project.id);
  }
}
