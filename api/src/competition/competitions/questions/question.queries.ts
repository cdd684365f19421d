import { rowsBy } from '../../../core/load-rows.ts';
import { Question } from './question.entity.ts';

/** All questions of a competition in their order; of many competitions in one statement. */
export const questionsOf = rowsBy(Question, 'competition', { orderBy: { competition: 'asc', ordinal: 'asc' } });

/** Those that are asked in a category: its own, and what is asked in all. */
export const askedIn = (questions: readonly Question[], categoryId: string | null): Question[] =>
  questions.filter(({ category }) => !category || category.id === categoryId);
