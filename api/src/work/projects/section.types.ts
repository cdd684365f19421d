import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { connectionOf, PageArgs } from '../../core/graphql/page.ts';
import { DateTimeScalar, LocalDateScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { Language, Project } from './project.entity.ts';
import { ProjectRevision } from './section.entity.ts';

@ObjectType('ProjectEditor', { description: 'Somebody who writes with the viewer.' })
export class ProjectEditor {
  @Field(() => String, { description: 'Empty where we were never told.' })
  name!: string;
}

@ObjectType('ProjectSection', { description: 'What a project has in one section of its form.' })
export class ProjectSectionView {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Int, { description: '0 before anything was saved; send it back to save.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  savedAt!: Date | null;

  @Field(() => ProjectEditor, { nullable: true })
  savedBy!: ProjectEditor | null;
}

@ObjectType('ProjectBasics', { description: 'What of a project is no section, as it was in a version.' })
export class ProjectBasicsView {
  @Field(() => LocalizedText)
  title!: Bilingual;

  @Field(() => LocalizedText)
  summary!: Bilingual;

  @Field(() => Language)
  language!: Language;

  @Field(() => LocalDateScalar, { nullable: true })
  startedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  endedOn!: string | null;

  @Field(() => String, { nullable: true })
  beneficiaries!: string | null;

  @Field(() => String, { nullable: true })
  videoUrl!: string | null;
}

export const ProjectRevisionConnection = connectionOf(() => ProjectRevision, 'ProjectRevision');

@ArgsType()
export class HistoryArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Of one part alone: the key of a section, or `basics`.' })
  key?: string | null;
}

@InputType()
export class SaveSectionInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => String)
  key!: string;

  @Field(() => Int, { description: 'The version that was edited; 0 where there was none.' })
  version!: number;

  @Field(() => String)
  text!: string;
}

@ObjectType()
export class SaveSectionSuccess {
  @Field(() => ProjectSectionView)
  section!: ProjectSectionView;

  @Field(() => Project)
  project!: Project;
}

@ObjectType({ implements: UserError, description: 'Somebody else saved in between; nothing was overwritten.' })
export class StaleSectionError extends UserError {
  @Field(() => ProjectSectionView, { description: 'As it is now.' })
  section!: ProjectSectionView;

  @Field(() => String, { description: 'What was sent and not saved.' })
  yours!: string;
}

@InputType({ description: 'Says that the viewer has a project open; once in ten seconds.' })
export class NoteEditingInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => String, { nullable: true, description: 'Where they are writing: the key of a section, or `basics`.' })
  key?: string | null;
}

@ObjectType({ description: 'Somebody else who has a project open.' })
export class Presence {
  @Field(() => String, { description: 'Empty where we were never told.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where they are writing.' })
  key!: string | null;
}

@ObjectType({ description: 'How far a part of a project has come.' })
export class PartVersion {
  @Field(() => String)
  key!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
export class NoteEditingSuccess {
  @Field(() => [Presence], { description: 'Seen within the last half minute.' })
  others!: Presence[];

  @Field(() => [PartVersion], { description: 'Of all parts; who has an older one asks for the project again.' })
  versions!: PartVersion[];
}
