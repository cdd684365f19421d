import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { connectionOf, PageArgs, pageOf, type Page, type PageSource } from '../../core/graphql/page.ts';
import { isId } from '../../core/graphql/refusals.ts';
import { Form } from '../forms/index.ts';
import { isMember, Organization, Region } from '../../people/organizations/index.ts';
import { Team } from '../../people/teams/index.ts';
import { Project } from './project.entity.ts';
import { missingParts } from './project.policy.ts';
import { MissingPart } from './project.types.ts';
import { sectionsOfProject } from './section.queries.ts';

const ProjectConnection = connectionOf(() => Project, 'Project');

/** Members see all of their organization's projects, others none. */
const projectsFor = (viewerId: string | null): PageSource<Project> => ({
  entity: Project,
  name: 'organization.projects',
  from: 'projects p0',
  alias: 'p0',
  parent: 'p0.organization_id',
  where: [
    {
      sql: 'exists (select from organization_members m where m.organization_id = p0.organization_id and m.user_id = ? and m.left_at is null)',
      params: [viewerId],
    },
  ],
  order: { sql: 'p0.updated_at', type: 'timestamptz', descending: true },
});

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: 'A project that the viewer may edit; null otherwise.' })
  async project(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Project | null> {
    const project = isId(id) ? await context.em.findOne(Project, { id }) : null;
    return project && (await isMember(context, project.organization.id)) ? project : null;
  }

  @FieldResolver(() => Form)
  async form(@Root() project: Project): Promise<Form> {
    return await project.form.loadOrFail();
  }

  @FieldResolver(() => Organization)
  async organization(@Root() project: Project): Promise<Organization> {
    return await project.organization.loadOrFail();
  }

  @FieldResolver(() => Team, { nullable: true })
  async team(@Root() project: Project): Promise<Team | null> {
    return (await project.team?.load()) ?? null;
  }

  @FieldResolver(() => Region)
  async region(@Root() project: Project): Promise<Region> {
    return await project.region.loadOrFail();
  }

  @FieldResolver(() => [MissingPart], { description: 'What is still missing before it can be entered.' })
  async missing(@Root() project: Project, @Ctx() context: Context): Promise<MissingPart[]> {
    const [form, sections] = await Promise.all([project.form.loadOrFail(), sectionsOfProject(context, project)]);
    return missingParts(context.locale, project, form, sections);
  }
}

@Resolver(() => Organization)
export class OrganizationProjectsResolver {
  @FieldResolver(() => ProjectConnection, { description: 'For members; empty for everybody else.' })
  async projects(
    @Root() organization: Organization,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Project>> {
    return await pageOf(context, projectsFor(context.viewer?.id ?? null), args, organization.id);
  }
}
