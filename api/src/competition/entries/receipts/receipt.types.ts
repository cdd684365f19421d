import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../core/graphql/page.ts';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { EntryAnswer, EntrySection } from '../entry-content.types.ts';
import { HandInTiming } from '../revision.entity.ts';

@ObjectType({ description: 'Something that was handed in in few words, such as whom a project serves.' })
export class ReceiptFact {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType({ description: 'A file that was handed in with an entry.' })
export class ReceiptFile {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  caption!: string | null;

  @Field(() => String, { description: 'In hex, of its bytes.' })
  sha256!: string;

  @Field(() => Int, { nullable: true, description: 'In bytes; null where nobody noted it.' })
  size!: number | null;
}

@ObjectType({ description: 'One hand-in of an entry, as it was acknowledged: exactly what was handed in, and when.' })
export class Receipt {
  @Field(() => Int)
  revision!: number;

  @Field(() => DateTimeScalar, { description: 'When it reached us, by the clock of the database.' })
  submittedAt!: Date;

  @Field(() => HandInTiming)
  timing!: HandInTiming;

  @Field(() => String, { nullable: true, description: 'Who handed it in; null where it came with a file.' })
  submittedBy!: string | null;

  @Field(() => String, { description: 'SHA-256 of `text` in UTF-8, in hex.' })
  sha256!: string;

  @Field(() => String, { description: 'The first eight digits of it, to be read out.' })
  code!: string;

  @Field(() => String, { description: 'Everything that was handed in, as one text; schema/README.md says how.' })
  text!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [ReceiptFact], { description: 'Organization, category, dates and whatever else is said in few words.' })
  facts!: ReceiptFact[];

  @Field(() => String)
  summary!: string;

  @Field(() => [EntrySection])
  sections!: EntrySection[];

  @Field(() => [EntryAnswer], { description: 'The value of a file is its name.' })
  answers!: EntryAnswer[];

  @Field(() => [ReceiptFile])
  files!: ReceiptFile[];

  @Field(() => String, { description: 'Where it is as a PDF, for its organization and the organizers.' })
  path!: string;

  @Field(() => String, { description: 'Where `text` is as a file of exactly its bytes, for the same people.' })
  textPath!: string;
}

export const ReceiptConnection = connectionOf(() => Receipt, 'Receipt');
