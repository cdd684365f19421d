import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { Category } from '../competition.entity.ts';
import { Stage } from '../stage.entity.ts';
import { Criterion, Rubric } from './rubric.entity.ts';
import { criteriaOfRubric } from './rubric.queries.ts';

@ObjectType('CriterionLevel', { description: 'What marks from here up to the next level stand for.' })
class CriterionLevelView {
  @Field(() => DecimalScalar)
  from!: string;

  @Field(() => String)
  wording!: string;

  @Field(() => LocalizedText)
  wordingTexts!: LocalizedText;
}

@Resolver(() => Rubric)
export class RubricResolver {
  @FieldResolver(() => Stage, { nullable: true, description: 'Null: for every judging stage.' })
  async stage(@Root() rubric: Rubric): Promise<Stage | null> {
    return (await rubric.stage?.load()) ?? null;
  }

  @FieldResolver(() => Category, { nullable: true, description: 'Null: for every category.' })
  async category(@Root() rubric: Rubric): Promise<Category | null> {
    return (await rubric.category?.load()) ?? null;
  }

  @FieldResolver(() => [Criterion], { description: 'In their order.' })
  async criteria(@Root() rubric: Rubric, @Ctx() context: Context): Promise<Criterion[]> {
    return await criteriaOfRubric(context, rubric.id);
  }
}

@Resolver(() => Criterion)
export class CriterionResolver {
  @FieldResolver(() => [CriterionLevelView], { description: 'From the lowest up; empty where nothing is worded.' })
  levels(@Root() criterion: Criterion, @Ctx() { locale }: Context): CriterionLevelView[] {
    return criterion.levels.map((level) => {
      const wordingTexts = LocalizedText.of(level);
      return make(CriterionLevelView, { from: level.from, wording: wordingTexts.in(locale), wordingTexts });
    });
  }
}
