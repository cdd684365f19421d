import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { pageOf, type Page } from '../../core/graphql/page.ts';
import { make } from '../../core/graphql/user-error.ts';
import { message } from '../../core/messages.ts';
import { basicsKey, sectionsOfForm } from '../forms/index.ts';
import type { Basics } from './basics.ts';
import { Project } from './project.entity.ts';
import { ProjectRevision } from './section.entity.ts';
import { historyOf, sectionsOfProject } from './section.queries.ts';
import { editorOf, viewOfSection } from './section-view.ts';
import {
  HistoryArgs,
  ProjectBasicsView,
  ProjectEditor,
  ProjectRevisionConnection,
  ProjectSectionView,
} from './section.types.ts';

@Resolver(() => Project)
export class ProjectSectionsResolver {
  @FieldResolver(() => [ProjectSectionView], { description: 'In the order of the form.' })
  async sections(@Root() project: Project, @Ctx() context: Context): Promise<ProjectSectionView[]> {
    const sections = await sectionsOfProject(context, project);
    return await Promise.all(sections.map((section) => viewOfSection(context, section)));
  }

  @FieldResolver(() => ProjectRevisionConnection, { description: 'Newest first.' })
  async history(
    @Root() project: Project,
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() context: Context,
  ): Promise<Page<ProjectRevision>> {
    return await pageOf(context, historyOf(args.key ?? null), args, project.id);
  }
}

@Resolver(() => ProjectRevision)
export class ProjectRevisionResolver {
  @FieldResolver(() => String, { description: 'What the part is called.' })
  async name(@Root() { key, project }: ProjectRevision, @Ctx() context: Context): Promise<string> {
    if (key === basicsKey) return message(context.locale, 'part.basics');
    const { form } = await project.loadOrFail();
    const section = (await sectionsOfForm(context, form.id)).find((one) => one.key === key);
    return section?.name.in(context.locale) ?? key;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Null where it is the basics.' })
  text(@Root() { key, text }: ProjectRevision): string | null {
    return key === basicsKey ? null : text;
  }

  @FieldResolver(() => ProjectBasicsView, { nullable: true, description: 'Null where it is a section.' })
  basics(@Root() { key, text }: ProjectRevision): ProjectBasicsView | null {
    return key === basicsKey ? make(ProjectBasicsView, JSON.parse(text) as Basics) : null;
  }

  @FieldResolver(() => ProjectEditor, { nullable: true })
  async savedBy(@Root() { savedBy }: ProjectRevision, @Ctx() context: Context): Promise<ProjectEditor | null> {
    return await editorOf(context, savedBy);
  }
}
