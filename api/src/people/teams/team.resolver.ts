import { Args, Ctx, FieldResolver, Int, Query, Arg, ID, Resolver, Root } from 'type-graphql';
import { load, type Context } from '../../core/context.ts';
import { connectionOf, PageArgs, pageOf, type Page, type PageSource } from '../../core/graphql/page.ts';
import { isId } from '../../core/graphql/refusals.ts';
import { Organization, Region } from '../organizations/index.ts';
import { Team, Volunteer } from './team.entity.ts';

const TeamConnection = connectionOf(() => Team, 'Team');
const VolunteerConnection = connectionOf(() => Volunteer, 'Volunteer');

const teamsOfOrganization: PageSource<Team> = {
  entity: Team,
  name: 'organization.teams',
  from: 'teams t',
  alias: 't',
  parent: 't.organization_id',
  order: { sql: 't.created_at', type: 'timestamptz' },
};

const volunteersOfTeam: PageSource<Volunteer> = {
  entity: Volunteer,
  name: 'team.volunteers',
  from: 'volunteers v',
  alias: 'v',
  parent: 'v.team_id',
  order: { sql: 'v.number', type: 'text' },
};

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => Team, { nullable: true })
  async team(@Arg('id', () => ID) id: string, @Ctx() { em }: Context): Promise<Team | null> {
    return isId(id) ? await em.findOne(Team, { id }) : null;
  }

  @FieldResolver(() => String)
  name(@Root() team: Team, @Ctx() { locale }: Context): string {
    return team.name.in(locale);
  }

  @FieldResolver(() => Organization)
  async organization(@Root() team: Team): Promise<Organization> {
    return await team.organization.loadOrFail();
  }

  @FieldResolver(() => Region)
  async region(@Root() team: Team): Promise<Region> {
    return await team.region.loadOrFail();
  }

  @FieldResolver(() => Int)
  async volunteerCount(@Root() team: Team, @Ctx() context: Context): Promise<number> {
    return await load(
      context,
      'team.volunteerCount',
      team.id,
      async (ids) => {
        const rows = await context.em.execute<{ team_id: string; count: number }[]>(
          'select team_id, count(*)::int as count from volunteers where team_id = any(?::uuid[]) group by team_id',
          [`{${ids.join(',')}}`],
        );
        return new Map(rows.map((row) => [row.team_id, row.count]));
      },
      0,
    );
  }

  @FieldResolver(() => VolunteerConnection)
  async volunteers(
    @Root() team: Team,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Volunteer>> {
    return await pageOf(context, volunteersOfTeam, args, team.id);
  }
}

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @FieldResolver(() => Team)
  async team(@Root() volunteer: Volunteer): Promise<Team> {
    return await volunteer.team.loadOrFail();
  }
}

@Resolver(() => Organization)
export class OrganizationTeamsResolver {
  @FieldResolver(() => TeamConnection)
  async teams(
    @Root() organization: Organization,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Team>> {
    return await pageOf(context, teamsOfOrganization, args, organization.id);
  }
}
