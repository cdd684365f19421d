import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { connectionOf, PageArgs, pageOf, type Page, type PageSource } from '../../graphql/page.ts';
import { isId } from '../../graphql/refusals.ts';
import { isMember, Organization, Region } from '../organizations/index.ts';
import { Team } from '../teams/index.ts';
import { createProject } from './create-project.ts';
import { Project } from './project.entity.ts';
import { missingFields } from './project.policy.ts';
import {
  CreateProjectInput,
  CreateProjectResult,
  ProjectField,
  SaveProjectInput,
  SaveProjectResult,
} from './project.types.ts';
import { saveProject } from './save-project.ts';

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

  @Mutation(() => CreateProjectResult)
  async createProject(@Arg('input', () => CreateProjectInput) input: CreateProjectInput, @Ctx() context: Context) {
    return await createProject(context, input);
  }

  @Mutation(() => SaveProjectResult)
  async saveProject(@Arg('input', () => SaveProjectInput) input: SaveProjectInput, @Ctx() context: Context) {
    return await saveProject(context, input);
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

  @FieldResolver(() => [ProjectField], { description: 'What is still missing before it can be entered.' })
  missing(@Root() project: Project): ProjectField[] {
    return missingFields(project);
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
