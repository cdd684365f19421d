import { load, type Context } from '../../../core/context.ts';
import { Question } from './question.entity.ts';

/** All questions of a competition in their order; of many competitions in one statement. */
export async function questionsOf(context: Context, competitionId: string): Promise<Question[]> {
  return await load<Question[]>(
    context,
    'competition.questions',
    competitionId,
    async (ids) => {
      const found = await context.em.find(
        Question,
        { competition: { $in: [...ids] } },
        { orderBy: { competition: 'asc', ordinal: 'asc' } },
      );
      return Map.groupBy(found, (question) => question.competition.id);
    },
    [],
  );
}

/** Those that are asked in a category: its own, and what is asked in all. */
export const askedIn = (questions: readonly Question[], categoryId: string | null): Question[] =>
  questions.filter(({ category }) => !category || category.id === categoryId);
