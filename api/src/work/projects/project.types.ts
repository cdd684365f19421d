import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { LocalDateScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { Language, Project } from './project.entity.ts';

export enum PartKind {
  BASICS = 'BASICS',
  SECTION = 'SECTION',
  QUESTION = 'QUESTION',
}
registerEnumType(PartKind, {
  name: 'PartKind',
  description: 'Where to find a part: among the basics, as a section, or among the answers to a competition.',
});

@ObjectType({ description: 'What an entry must have and does not.' })
export class MissingPart {
  @Field(() => PartKind)
  kind!: PartKind;

  @Field(() => String, { description: 'Of the box, the section or the question.' })
  key!: string;

  @Field(() => String, { description: 'As the form calls it, in the language of the request.' })
  name!: string;
}

@InputType()
export class CreateProjectInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { defaultValue: 'project', description: 'Key of the form; it stays.' })
  formKey?: string;

  @Field(() => LocalizedText)
  title!: Bilingual;

  @Field(() => Language, { defaultValue: Language.ZH_CN })
  language!: Language;
}

@InputType({ description: 'The basics of a project. Only the fields that are given are changed.' })
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

  @Field(() => ID, { nullable: true })
  regionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A team of its organization. Null: none.' })
  teamId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null clears it.' })
  startedOn?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Not before it began. Null clears it.' })
  endedOn?: string | null;

  @Field(() => String, { nullable: true })
  beneficiaries?: string | null;

  @Field(() => String, { nullable: true, description: 'An https address. Null clears it.' })
  videoUrl?: string | null;
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
