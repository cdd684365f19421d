import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../../core/graphql/page.ts';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import {
  Category,
  ScoreScale,
  ScoringLevel,
  ScoringMethod,
  Stage,
  StageKind,
} from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { CategoryPageArgs } from '../ranking.types.ts';

export enum ResultLine {
  FIRST = 'FIRST',
  SECOND = 'SECOND',
  THIRD = 'THIRD',
  SHORTLIST = 'SHORTLIST',
}
registerEnumType(ResultLine, {
  name: 'ResultLine',
  description: 'What a rank decides: the award of a tier or a better one, or going on to the next stage.',
});

@ArgsType()
export class StageArgs {
  @Field(() => StageKind, { nullable: true, description: 'A judging stage; null: the last that has opened.' })
  stage?: StageKind | null;
}

@ObjectType({ description: 'How firmly a line stands.' })
export class RobustnessLine {
  @Field(() => ResultLine)
  line!: ResultLine;

  @Field(() => Int, { description: 'Ranks 1 to this one are above the line.' })
  upTo!: number;

  @Field(() => Int, { description: 'The same entries are above the line in so many of `ways`.' })
  unchanged!: number;

  @Field(() => Int, {
    description: 'Other methods, and the declared one without each judge; those skipped not counted.',
  })
  ways!: number;

  @Field(() => [ScoringMethod], { description: 'Methods under which other entries would be above the line.' })
  methods!: ScoringMethod[];

  @Field(() => [String], { description: 'Codes of the judges without whom other entries would be above the line.' })
  judgeCodes!: string[];
}

@ObjectType({ description: 'One other way to the ranking, from the same marks.' })
export class RobustnessWay {
  @Field(() => ScoringMethod, { nullable: true, description: 'Another method; null where a judge is left out.' })
  method!: ScoringMethod | null;

  @Field(() => String, { nullable: true, description: 'The judge who is left out.' })
  judgeCode!: string | null;

  @Field(() => Boolean, { description: 'It tells nothing: too few marks remain, or too many entries for the method.' })
  isSkipped!: boolean;

  @Field(() => [ResultLine], { description: 'The lines above which other entries would be.' })
  changedLines!: ResultLine[];
}

@ObjectType({ description: 'Between which ranks an entry would come over all ways.' })
export class RankInterval {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int, { nullable: true })
  rank!: number | null;

  @Field(() => Int, { nullable: true })
  best!: number | null;

  @Field(() => Int, { nullable: true })
  worst!: number | null;
}

@ObjectType({ description: 'How far a ranking depends on its method and on single judges.' })
export class RobustnessView {
  @Field(() => Stage)
  stage!: Stage;

  @Field(() => Category, { nullable: true, description: 'Null where all categories are ranked together.' })
  category!: Category | null;

  @Field(() => [RobustnessLine])
  lines!: RobustnessLine[];

  @Field(() => [RobustnessWay])
  ways!: RobustnessWay[];

  @Field(() => [RankInterval], { description: 'Of the first 100 entries in rank order.' })
  intervals!: RankInterval[];
}

@InputType({ description: 'Another weight of a criterion.' })
class SupposedWeight {
  @Field(() => ID)
  criterionId!: string;

  @Field(() => DecimalScalar, { description: 'More than 0, at most 99,999.' })
  weight!: string;
}

@InputType({ description: 'Another rule, for a look at what it would change. What is null stays as declared.' })
export class WhatIfInput {
  @Field(() => ScoringMethod, { nullable: true })
  method?: ScoringMethod | null;

  @Field(() => ScoringLevel, { nullable: true })
  level?: ScoringLevel | null;

  @Field(() => ScoreScale, { nullable: true })
  scale?: ScoreScale | null;

  @Field(() => Int, { nullable: true, description: '0 to 10; only with TRIMMED_MEAN.' })
  dropHighest?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 10; only with TRIMMED_MEAN.' })
  dropLowest?: number | null;

  @Field(() => [SupposedWeight], { nullable: true, description: 'At most 500.' })
  weights?: SupposedWeight[] | null;

  @Field(() => [ID], { nullable: true, description: 'Judges whose sheets are left out; at most 200.' })
  withoutJudgeIds?: string[] | null;
}

@ArgsType()
export class WhatIfArgs extends CategoryPageArgs {
  @Field(() => StageKind, { nullable: true, description: 'A judging stage; null: the last that has opened.' })
  stage?: StageKind | null;

  @Field(() => WhatIfInput)
  input!: WhatIfInput;
}

@ObjectType({ description: 'Where an entry would stand under a rule that is not declared. Never a result.' })
export class WhatIfRow {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int, { nullable: true })
  rank!: number | null;

  @Field(() => DecimalScalar, { nullable: true })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: 'Under the declared rule.' })
  declaredRank!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Under the declared rule.' })
  declaredScore!: string | null;
}

@ObjectType()
export class WhatIfEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => WhatIfRow)
  node!: WhatIfRow;
}

@ObjectType()
export class WhatIfConnection {
  @Field(() => [WhatIfEdge])
  edges!: WhatIfEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;

  @Field(() => Int, { description: 'Entries whose rank would be another.' })
  moved!: number;
}

@ObjectType({ description: 'How severe a judge is beside the others who marked the same entries.' })
export class JudgeSeverity {
  @Field(() => ID)
  judgeId!: string;

  @Field(() => String)
  judgeCode!: string;

  @Field(() => Int)
  sheets!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Mean distance of the own totals from the mean of the others, in percent of the scale; below 0: stricter.',
  })
  severity!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Standard deviation of the own totals, in percent of the scale.',
  })
  spread!: string | null;
}

@ObjectType({ description: 'Sheets of one entry that lie far apart: somebody should look again.' })
export class SecondLook {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => DecimalScalar, { description: 'Highest less lowest total, in percent of the scale.' })
  range!: string;

  @Field(() => String, { nullable: true, description: 'The judge furthest from the others.' })
  judgeCode!: string | null;
}

@ObjectType({ description: 'How far the judges of a stage agree.' })
export class AgreementView {
  @Field(() => Category, { nullable: true, description: 'Null where all categories are ranked together.' })
  category!: Category | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Kendall's W, 0 (none) to 1 (the same order); null unless every judge marked every entry.",
  })
  kendallW!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Intraclass correlation ICC(1,1): how much of the differences between sheets is between entries.',
  })
  icc!: string | null;

  @Field(() => [JudgeSeverity])
  judges!: JudgeSeverity[];

  @Field(() => [SecondLook], { description: 'The widest first, at most 100.' })
  secondLooks!: SecondLook[];
}
