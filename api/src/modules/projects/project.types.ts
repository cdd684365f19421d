import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../graphql/localized-text.ts';
import { LocalDateScalar } from '../../graphql/scalars.ts';
import { InvalidInputError, UserError } from '../../graphql/user-error.ts';
import { Language, Project } from './project.entity.ts';

export enum ProjectField {
  TITLE = 'TITLE',
  SUMMARY = 'SUMMARY',
  NEEDS = 'NEEDS',
  GOALS = 'GOALS',
  IMPLEMENTATION = 'IMPLEMENTATION',
  OUTCOMES = 'OUTCOMES',
  FEATURES = 'FEATURES',
}
registerEnumType(ProjectField, { name: 'ProjectField', description: 'A part of a project that an entry must have.' });

@InputType()
export class CreateProjectInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => LocalizedText)
  title!: Bilingual;

  @Field(() => Language, { defaultValue: Language.ZH_CN })
  language!: Language;
}

@InputType({ description: 'Only the fields that are given are changed.' })
export class SaveProjectInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => Int, { description: 'The version that was edited.' })
  version!: number;

  @Field(() => LocalizedText, { nullable: true })
  title?: Bilingual | null;

  @Field(() => LocalizedText, { nullable: true })
  summary?: Bilingual | null;

  @Field(() => Language, { nullable: true })
  language?: Language | null;

  @Field(() => String, { nullable: true })
  needs?: string | null;

  @Field(() => String, { nullable: true })
  goals?: string | null;

  @Field(() => String, { nullable: true })
  implementation?: string | null;

  @Field(() => String, { nullable: true })
  outcomes?: string | null;

  @Field(() => String, { nullable: true })
  features?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null clears it.' })
  startedOn?: string | null;

  @Field(() => String, { nullable: true })
  beneficiaries?: string | null;
}

@ObjectType()
export class CreateProjectSuccess {
  @Field(() => Project)
  project!: Project;
}

@ObjectType()
export class SaveProjectSuccess {
  @Field(() => Project)
  project!: Project;
}

@ObjectType({ implements: UserError, description: 'Somebody else saved in between; nothing was overwritten.' })
export class StaleVersionError extends UserError {
  @Field(() => Project, { description: 'As it is now.' })
  project!: Project;
}

export const CreateProjectResult = createUnionType({
  name: 'CreateProjectResult',
  types: () => [CreateProjectSuccess, InvalidInputError] as const,
});

export const SaveProjectResult = createUnionType({
  name: 'SaveProjectResult',
  types: () => [SaveProjectSuccess, StaleVersionError, InvalidInputError] as const,
});
