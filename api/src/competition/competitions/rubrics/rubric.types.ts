import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { InCompetition } from '../competition.types.ts';
import { Rubric } from './rubric.entity.ts';

@InputType({ description: 'What marks from here up to the next level stand for, in Chinese, in English, or in both.' })
class CriterionLevelInput {
  @Field(() => DecimalScalar)
  from!: string;

  @Field(() => String, { nullable: true })
  zh?: string | null;

  @Field(() => String, { nullable: true })
  en?: string | null;
}

@InputType()
class CriterionInput {
  @Field(() => String, { description: 'Letters, digits, dots, hyphens and underscores; at most 40.' })
  key!: string;

  @Field(() => LocalizedText)
  name!: Bilingual;

  @Field(() => LocalizedText, { description: 'May be empty.' })
  guidance!: Bilingual;

  @Field(() => DecimalScalar, { description: 'More than 0; at most three decimals, as all these numbers.' })
  weight!: string;

  @Field(() => DecimalScalar, { description: 'The lowest mark, -1,000 or more.' })
  minimum!: string;

  @Field(() => DecimalScalar, { description: 'The highest mark, more than 0 and at most 1,000.' })
  maximum!: string;

  @Field(() => DecimalScalar, { description: 'Goes a whole number of times into the scale.' })
  step!: string;

  @Field(() => [CriterionLevelInput], { description: 'From the lowest up, on the scale; at most 20.' })
  levels!: CriterionLevelInput[];
}

@InputType({
  description:
    'What judges mark, in place of all criteria of this rubric. Organizers only, until the first of its stages opens.',
})
export class DeclareRubricInput extends InCompetition {
  @Field(() => ID, { nullable: true, description: 'A judging stage; null: for all of them.' })
  stageId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: for every category.' })
  categoryId?: string | null;

  @Field(() => Boolean, { description: 'A sheet cannot be submitted without a comment.' })
  requiresComment!: boolean;

  @Field(() => [CriterionInput], { description: 'In their order; 1 to 50, each key once.' })
  criteria!: CriterionInput[];
}

@ObjectType()
export class DeclareRubricSuccess {
  @Field(() => Rubric)
  rubric!: Rubric;
}
