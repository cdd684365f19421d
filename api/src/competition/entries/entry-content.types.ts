import { Field, ObjectType } from 'type-graphql';
import { QuestionKind } from '../competitions/index.ts';

@ObjectType({ description: 'One section of an entry.' })
export class EntrySection {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: "An answer to a competition's own question." })
export class EntryAnswer {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'What was asked.' })
  prompt!: string;

  @Field(() => QuestionKind)
  kind!: QuestionKind;

  @Field(() => String, { description: 'Of a choice, what the option is called; of a file, the id of the upload.' })
  value!: string;
}
