import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { PartKind } from '../../../work/projects/index.ts';

@ObjectType({ description: 'A part of an entry, as it was handed in before and as it is now; for organizers.' })
export class PartChange {
  @Field(() => PartKind)
  kind!: PartKind;

  @Field(() => String)
  key!: string;

  @Field(() => String, { nullable: true, description: 'Of the section or question; null for the basics.' })
  name?: string | null;

  @Field(() => String)
  before!: string;

  @Field(() => String)
  after!: string;

  @Field(() => String, { nullable: true, description: 'What was asked for; null where nothing was.' })
  remark?: string | null;
}

@ObjectType({ description: 'What one hand-in changed of the one before; for organizers.' })
export class RevisionChanges {
  @Field(() => Int)
  revision!: number;

  @Field(() => DateTimeScalar)
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Of the one before.' })
  submittedBefore!: Date;

  @Field(() => String, { nullable: true, description: 'Why the one before was returned; null where it was not.' })
  reason?: string | null;

  @Field(() => Boolean, { description: 'Whether single parts were to be corrected, so that other changes stand out.' })
  hasMarks!: boolean;

  @Field(() => [PartChange], { description: 'What is different, and what was to be corrected and is as it was.' })
  parts!: PartChange[];
}
