import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { Form } from '../../../work/forms/index.ts';
import { Category, Competition } from '../competition.entity.ts';
import { Question } from './question.entity.ts';
import { askedIn, questionsOf } from './question.queries.ts';
import { QuestionOption } from './question.types.ts';

@Resolver(() => Competition)
export class CompetitionFormResolver {
  @FieldResolver(() => Form, { description: 'What it asks for: projects, cases.' })
  async form(@Root() competition: Competition): Promise<Form> {
    return await competition.form.loadOrFail();
  }

  @FieldResolver(() => [Question], { description: 'Its own questions, in their order.' })
  async questions(
    @Root() competition: Competition,
    @Arg('categoryId', () => ID, { nullable: true, description: 'Those that are asked there; null: all.' })
    categoryId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Question[]> {
    const questions = await questionsOf(context, competition.id);
    return categoryId ? askedIn(questions, categoryId) : questions;
  }
}

@Resolver(() => Question)
export class QuestionResolver {
  @FieldResolver(() => Category, { nullable: true, description: 'Null: asked in every category.' })
  async category(@Root() question: Question): Promise<Category | null> {
    return (await question.category?.load()) ?? null;
  }

  @FieldResolver(() => [QuestionOption], {
    description: 'In their order; empty where there is nothing to choose from.',
  })
  options(@Root() question: Question, @Ctx() { locale }: Context): QuestionOption[] {
    return question.options.map((option) => {
      const nameTexts = LocalizedText.of(option);
      return make(QuestionOption, { key: option.key, name: nameTexts.in(locale), nameTexts });
    });
  }
}
