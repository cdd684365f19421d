import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { DecimalScalar } from '../../core/graphql/scalars.ts';
import { isMember, Organization, Region } from '../../people/organizations/index.ts';
import { Project } from '../projects/index.ts';
import { Team } from '../../people/teams/index.ts';
import { Activity } from './activity.entity.ts';
import { activitiesOf, ActivityConnection, measuresOf, totalsOf } from './activity.queries.ts';
import { Evidence, MeasureView } from './activity.types.ts';
import { evidenceOf } from './evidence.ts';

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => String)
  title(@Root() activity: Activity, @Ctx() { locale }: Context): string {
    return activity.title.in(locale);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The series it belongs to.' })
  series(@Root() activity: Activity, @Ctx() { locale }: Context): string | null {
    return activity.series?.in(locale) || null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What happened, told by those who were there.' })
  report(@Root() activity: Activity, @Ctx() { locale }: Context): string | null {
    return activity.report?.in(locale) || null;
  }

  @FieldResolver(() => Organization)
  async organization(@Root() activity: Activity): Promise<Organization> {
    return await activity.organization.loadOrFail();
  }

  @FieldResolver(() => Team, { nullable: true })
  async team(@Root() activity: Activity): Promise<Team | null> {
    return (await activity.team?.load()) ?? null;
  }

  @FieldResolver(() => Project, { nullable: true, description: 'For members of its organization; null otherwise.' })
  async project(@Root() activity: Activity, @Ctx() context: Context): Promise<Project | null> {
    if (!activity.project || !(await isMember(context, activity.organization.id))) return null;
    return await activity.project.load();
  }

  @FieldResolver(() => Region)
  async region(@Root() activity: Activity): Promise<Region> {
    return await activity.region.loadOrFail();
  }

  @FieldResolver(() => [MeasureView])
  async measures(@Root() activity: Activity, @Ctx() context: Context): Promise<MeasureView[]> {
    return await measuresOf(context, activity.id);
  }

  @FieldResolver(() => Int, { description: 'Different volunteers.' })
  async volunteerCount(@Root() activity: Activity, @Ctx() context: Context): Promise<number> {
    return (await totalsOf(context, activity.id)).volunteers;
  }

  @FieldResolver(() => DecimalScalar, { description: 'Hours of service, all grades of evidence together.' })
  async hours(@Root() activity: Activity, @Ctx() context: Context): Promise<string> {
    return (await totalsOf(context, activity.id)).hours;
  }
}

@Resolver(() => Organization)
export class OrganizationActivitiesResolver {
  @FieldResolver(() => ActivityConnection)
  async activities(
    @Root() root: Organization,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Activity>> {
    return await pageOf(context, await activitiesOf(context, 'organization'), args, root.id);
  }
}

@Resolver(() => Team)
export class TeamActivitiesResolver {
  @FieldResolver(() => ActivityConnection)
  async activities(
    @Root() root: Team,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Activity>> {
    return await pageOf(context, await activitiesOf(context, 'team'), args, root.id);
  }
}

@Resolver(() => Project)
export class ProjectActivitiesResolver {
  @FieldResolver(() => ActivityConnection)
  async activities(
    @Root() root: Project,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Activity>> {
    return await pageOf(context, await activitiesOf(context, 'project'), args, root.id);
  }

  @FieldResolver(() => Evidence)
  async evidence(@Root() root: Project, @Ctx() context: Context): Promise<Evidence> {
    return await evidenceOf(context, root.id);
  }
}
