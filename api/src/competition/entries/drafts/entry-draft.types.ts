import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../../core/graphql/user-error.ts';
import { EntryDraft } from './entry-draft.entity.ts';

@ObjectType()
export class DraftAnswer {
  @Field(() => String, { description: 'Of the question.' })
  key!: string;

  @Field(() => String, { description: 'Of a choice, the key of the option; of a file, the id of the upload.' })
  value!: string;
}

@InputType()
class AnswerInput {
  @Field(() => String, { description: 'Of the question.' })
  key!: string;

  @Field(() => String, {
    description: 'Of a choice, the key of the option; of a file, the id of the upload. Empty takes an answer back.',
  })
  value!: string;
}

@InputType({ description: 'Only the answers that are given are changed.' })
export class SaveAnswersInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => ID)
  competitionId!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is to be entered; left out, it stays.' })
  categoryId?: string | null;

  @Field(() => Int, { description: 'The version that was edited; 0 where there was none.' })
  version!: number;

  @Field(() => [AnswerInput])
  answers!: AnswerInput[];
}

@ObjectType()
export class SaveAnswersSuccess {
  @Field(() => EntryDraft)
  draft!: EntryDraft;
}

@ObjectType({ implements: UserError, description: 'Somebody else saved in between; nothing was overwritten.' })
export class StaleAnswersError extends UserError {
  @Field(() => EntryDraft, { description: 'As they are now; of version 0 where there are none.' })
  draft!: EntryDraft;
}
