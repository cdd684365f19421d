import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../competition.types.ts';
import { QuestionKind } from './question.entity.ts';

@ObjectType({ description: 'One of the answers among which to choose.' })
export class QuestionOption {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => LocalizedText, { description: 'As it was written, for whoever edits it.' })
  nameTexts!: LocalizedText;
}

@InputType()
class QuestionOptionInput {
  @Field(() => String)
  key!: string;

  @Field(() => String, { nullable: true })
  zh?: string | null;

  @Field(() => String, { nullable: true })
  en?: string | null;
}

@InputType()
class QuestionInput {
  @Field(() => ID, { nullable: true, description: 'Null: asked in every category.' })
  categoryId?: string | null;

  @Field(() => String, { description: 'Lower case, digits and underscores, beginning with a letter; at most 40.' })
  key!: string;

  @Field(() => QuestionKind)
  kind!: QuestionKind;

  @Field(() => LocalizedText)
  prompt!: Bilingual;

  @Field(() => LocalizedText, { nullable: true })
  help?: Bilingual | null;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => [QuestionOptionInput], { nullable: true, description: 'Of a CHOICE alone: 1 to 50.' })
  options?: QuestionOptionInput[] | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a NUMBER alone.' })
  minimum?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a NUMBER alone.' })
  maximum?: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'In what a NUMBER is told.' })
  unit?: Bilingual | null;

  @Field(() => Int, { nullable: true, description: 'Of a TEXT alone; at most 2,000.' })
  maxLength?: number | null;
}

@InputType({
  description:
    'What a competition asks for: its form, and its own questions in place of all before. Until submissions open.',
})
export class SetQuestionsInput extends InCompetition {
  @Field(() => String, {
    nullable: true,
    description: 'The key of the form that entries are written on; left out, it stays.',
  })
  formKey?: string | null;

  @Field(() => [QuestionInput], { description: 'In their order; at most 50, each key once.' })
  questions!: QuestionInput[];
}

@ObjectType()
export class SetQuestionsSuccess extends CompetitionSuccess {}

@ObjectType({ implements: UserError, description: 'Submissions have opened; what is asked stands.' })
export class QuestionsFrozenError extends UserError {}
