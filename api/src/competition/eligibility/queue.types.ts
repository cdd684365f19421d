import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/graphql/page.ts';
import { Category } from '../competitions/index.ts';
import { EntryStatus } from '../entries/index.ts';

export enum QueueMark {
  UNDECIDED = 'UNDECIDED',
  SPLIT = 'SPLIT',
  HELD = 'HELD',
  DUPLICATE = 'DUPLICATE',
  UNVERIFIED = 'UNVERIFIED',
  LATE = 'LATE',
  COMING = 'COMING',
}
registerEnumType(QueueMark, {
  name: 'QueueMark',
  description:
    'UNDECIDED: the viewer has not decided, and may. SPLIT: reviewers differ. HELD: settled, not yet published. DUPLICATE: looks like another entry. UNVERIFIED: its organization is not verified. LATE: returned, and not corrected in time. COMING: the sending units on its way have not all handed it up; such entries are shown under this mark alone.',
});

@ArgsType()
export class QueueArgs extends PageArgs {
  @Field(() => EntryStatus, { defaultValue: EntryStatus.SUBMITTED })
  status!: EntryStatus;

  @Field(() => QueueMark, { nullable: true })
  mark?: QueueMark | null;

  @Field(() => String, { nullable: true })
  categoryKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Entries from this region and the regions inside it.' })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that all must occur in title, summary, organization or number.',
  })
  search?: string | null;
}

@ArgsType()
export class QueueStatusArgs {
  @Field(() => EntryStatus, { defaultValue: EntryStatus.SUBMITTED })
  status!: EntryStatus;
}

@ObjectType({ description: 'How many entries of a category there are to see; for organizers.' })
export class CategoryFigure {
  @Field(() => Category)
  category!: Category;

  @Field(() => Int)
  entries!: number;
}

@ObjectType({ description: 'How many entries of a competition there are to see through each filter.' })
export class QueueFigures {
  @Field(() => Int)
  submitted!: number;

  @Field(() => Int)
  returned!: number;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int)
  rejected!: number;

  @Field(() => Int)
  withdrawn!: number;

  @Field(() => Int, { description: 'Submitted ones that the viewer has not decided on, and may.' })
  undecided!: number;

  @Field(() => Int, { description: 'Submitted ones on which reviewers differ.' })
  split!: number;

  @Field(() => Int, { description: 'Settled ones that wait until the decisions are published.' })
  held!: number;

  @Field(() => Int, { description: 'Submitted ones that look like another entry.' })
  duplicate!: number;

  @Field(() => Int, { description: 'Submitted ones whose organizations are not verified.' })
  unverified!: number;

  @Field(() => Int, { description: 'Returned ones that were not corrected in time.' })
  late!: number;

  @Field(() => Int, { description: 'Submitted ones that sending units have still to hand up; not among the others.' })
  coming!: number;
}
