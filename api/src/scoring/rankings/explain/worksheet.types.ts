import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { Criterion, ScoringRule, Stage } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { NoScoreReason } from '../ranking.types.ts';
import { StageArgs } from './explain.types.ts';

export enum MarkUse {
  USED = 'USED',
  DROPPED_LOWEST = 'DROPPED_LOWEST',
  DROPPED_HIGHEST = 'DROPPED_HIGHEST',
  NOT_COUNTED = 'NOT_COUNTED',
  MISSING = 'MISSING',
}
registerEnumType(MarkUse, {
  name: 'MarkUse',
  description:
    'What became of a mark or sheet. NOT_COUNTED: its sheet lacks a mark, and the method takes complete sheets only. In a median all but the middle are dropped.',
});

@ArgsType()
export class WorksheetArgs extends StageArgs {
  @Field(() => Int)
  entryNumber!: number;
}

@ObjectType({ description: 'A number before it is rounded.' })
export class ExactNumber {
  @Field(() => String, { nullable: true, description: '"28/3" or "9"; null where roots or least squares leave none.' })
  fraction!: string | null;

  @Field(() => DecimalScalar, { description: 'To six decimals, half up.' })
  decimal!: string;
}

@ObjectType({ description: "One judge's mark, and whether it enters the panel score." })
export class WorksheetMark {
  @Field(() => String)
  judgeCode!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null: none given.' })
  mark!: string | null;

  @Field(() => MarkUse)
  use!: MarkUse;
}

@ObjectType()
export class WorksheetCriterion {
  @Field(() => Criterion)
  criterion!: Criterion;

  @Field(() => [WorksheetMark])
  marks!: WorksheetMark[];

  @Field(() => ExactNumber, { nullable: true, description: 'Of the marks used.' })
  mean!: ExactNumber | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The mean, rounded as declared.' })
  panelScore!: string | null;

  @Field(() => ExactNumber, {
    nullable: true,
    description: 'What the panel score is multiplied by; null where totals do not come from criteria.',
  })
  factor!: ExactNumber | null;

  @Field(() => DecimalScalar, { nullable: true })
  factoredScore!: string | null;
}

@ObjectType({ description: "One judge's sheet as a whole." })
export class WorksheetSheet {
  @Field(() => String)
  judgeCode!: string;

  @Field(() => ExactNumber, { nullable: true, description: 'Null where a mark is missing.' })
  total!: ExactNumber | null;

  @Field(() => ExactNumber, {
    nullable: true,
    description: 'What the method makes of it; null where it takes it as it is.',
  })
  adjusted!: ExactNumber | null;

  @Field(() => Int, { nullable: true, description: 'Sheets of the judge that the method compares it with.' })
  besides!: number | null;

  @Field(() => MarkUse, { nullable: true })
  use!: MarkUse | null;
}

@ObjectType({ description: 'An entry with the same total, and what each step of the ladder says of it.' })
export class WorksheetTieRow {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int)
  rank!: number;

  @Field(() => [String], { description: 'One per step; empty where an earlier one had decided.' })
  values!: string[];
}

@ObjectType()
export class WorksheetTie {
  @Field(() => [String], { description: 'As the rule writes them.' })
  steps!: string[];

  @Field(() => Int, { description: 'Entries with the same total, this one included.' })
  entries!: number;

  @Field(() => [WorksheetTieRow], { description: 'The entry and its neighbors, in rank order.' })
  rows!: WorksheetTieRow[];
}

@ObjectType({ description: "An entry's score, step by step, to be checked by hand." })
export class WorksheetView {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Stage)
  stage!: Stage;

  @Field(() => ScoringRule)
  rule!: ScoringRule;

  @Field(() => [WorksheetCriterion])
  criteria!: WorksheetCriterion[];

  @Field(() => [WorksheetSheet])
  sheets!: WorksheetSheet[];

  @Field(() => Int, { description: 'How many sheets count.' })
  counted!: number;

  @Field(() => ExactNumber, { nullable: true, description: 'Before the last rounding.' })
  sum!: ExactNumber | null;

  @Field(() => DecimalScalar, { nullable: true })
  total!: string | null;

  @Field(() => NoScoreReason, { nullable: true })
  reason!: NoScoreReason | null;

  @Field(() => Int, { nullable: true })
  rank!: number | null;

  @Field(() => WorksheetTie, { nullable: true, description: 'Null where nobody has the same total.' })
  tie!: WorksheetTie | null;
}
