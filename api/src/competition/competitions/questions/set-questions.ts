import { questionsInput, type QuestionsInput } from '@laurel/schema/questions';
import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { invalidField, parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { findForm } from '../../../work/forms/index.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { assertOrganizer } from '../organizer.ts';
import { holdCompetition } from '../hold-competition.ts';
import { Category, type Competition } from '../competition.entity.ts';
import { StageKind } from '../stage-kind.ts';
import { holdStage } from '../competition.queries.ts';
import { Question, QuestionKind } from './question.entity.ts';
import { QuestionsFrozenError, SetQuestionsSuccess, type SetQuestionsInput } from './question.types.ts';

/**
 * Sets the form of a competition and replaces its own questions. Organizers only, until submissions open.
 */
export async function setQuestions(
  context: Context,
  { competitionId, formKey, ...given }: SetQuestionsInput,
): Promise<SetQuestionsSuccess | QuestionsFrozenError | InvalidInputError> {
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, questionsInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const competition = await holdCompetition(context, em, competitionId);
    const stage = await holdStage(em, competitionId, StageKind.SUBMISSION);
    if (stage && hasBegun(competition, stage, context.clock.now())) {
      return userError(context, QuestionsFrozenError, 'questions.frozen');
    }
    const form = formKey == null ? null : await findForm(em, formKey);
    if (formKey != null && !form) return invalidField(context, 'formKey');
    if (form) competition.form = ref(form);
    const categories = new Set((await em.find(Category, { competition })).map(({ id }) => id));
    const stray = parsed.questions.findIndex(({ categoryId }) => categoryId && !categories.has(categoryId));
    if (stray >= 0) return invalidField(context, `questions.${stray}.categoryId`);
    await em.nativeDelete(Question, { competition: competitionId });
    addQuestions(em, competition, parsed.questions);
    recordAct(context, em, 'setQuestions', { type: 'Competition', id: competitionId }, { ...parsed, formKey });
    return make(SetQuestionsSuccess, { competition });
  });
}

/** Gives a competition its questions, in the order given. PostgreSQL takes none once its submissions have opened. */
export function addQuestions(
  em: EntityManager,
  competition: Competition,
  questions: QuestionsInput['questions'],
): void {
  questions.forEach(({ categoryId, kind, prompt, help, options, unit, ...rest }, ordinal) => {
    em.create(Question, {
      ...rest,
      competition,
      category: categoryId ? em.getReference(Category, categoryId) : null,
      ordinal,
      kind: QuestionKind[kind],
      prompt: LocalizedText.of(prompt),
      help: LocalizedText.of(help ?? {}),
      options: (options ?? []).map(({ key, zh = null, en = null }) => ({ key, zh, en })),
      unit: LocalizedText.of(unit ?? {}),
    });
  });
}
