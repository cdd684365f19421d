import { answersInput, faultOf, type AnswerFault } from '@laurel/schema/questions';
import { limits } from '@laurel/schema/limits';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { message, type MessageKey } from '../../../core/messages.ts';
import { assertMember, Project } from '../../../work/projects/index.ts';
import { readyUploadsOf, UploadPurpose, type Upload } from '../../../work/uploads/index.ts';
import {
  canSeeCompetition,
  Category,
  Competition,
  QuestionKind,
  questionsOf,
  type Question,
} from '../../competitions/index.ts';
import { EntryDraft } from './entry-draft.entity.ts';
import { SaveAnswersSuccess, StaleAnswersError, type SaveAnswersInput } from './entry-draft.types.ts';

/**
 * Saves answers to a competition's own questions before they are handed in. Of two people who edited the same version, the
 * second gets the first one's answers back instead of overwriting them.
 */
export async function saveAnswers(
  context: Context,
  input: SaveAnswersInput,
): Promise<SaveAnswersSuccess | StaleAnswersError | InvalidInputError> {
  const { projectId, competitionId, categoryId = null } = input;
  if (![projectId, competitionId].every(isId) || (categoryId !== null && !isId(categoryId))) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const competition = await em.findOne(Competition, { id: competitionId });
    const category =
      categoryId === null ? null : await em.findOne(Category, { id: categoryId, competition: competitionId });
    if (!competition || !(await canSeeCompetition(inside, competition))) throw notFound(context);
    if (categoryId !== null && !category) throw notFound(context);
    const parsed = parseInput(context, answersInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const files = new Set((await readyUploadsOf(inside, projectId)).filter(isAnswer).map(({ id }) => id));
    const invalid = faultsIn(context, await questionsOf(inside, competitionId), parsed.answers, files);
    if (invalid) return invalid;
    const found = await em.findOne(EntryDraft, { project, competition });
    if (parsed.version !== (found?.version ?? 0)) {
      const nothing = { project, competition, version: 0, savedAt: context.clock.now() };
      const draft = found ?? em.create(EntryDraft, nothing, { persist: false });
      return userError(context, StaleAnswersError, 'answers.stale', { draft });
    }
    const given = Object.fromEntries(parsed.answers.map(({ key, value }) => [key, value]));
    const saved = {
      answers: { ...found?.answers, ...given },
      version: parsed.version + 1,
      savedAt: context.clock.now(),
      savedBy: context.viewer?.id ?? null,
      ...(category && { category }),
    };
    const draft = found ? em.assign(found, saved) : em.create(EntryDraft, { project, competition, ...saved });
    return make(SaveAnswersSuccess, { draft });
  });
}

const isAnswer = ({ purpose }: Upload) => purpose === UploadPurpose.ANSWER;

function faultsIn(
  context: Context,
  questions: readonly Question[],
  answers: readonly { key: string; value: string }[],
  files: ReadonlySet<string>,
): InvalidInputError | null {
  const fields = answers.flatMap(({ key, value }, index) => {
    const question = questions.find((one) => one.key === key);
    const isLost = question?.kind === QuestionKind.FILE && value !== '' && !files.has(value);
    const fault = question ? (isLost ? 'notAFile' : faultOf(question, value)) : 'notAQuestion';
    if (!fault) return [];
    return [{ path: `answers.${index}.value`, message: sentenceFor(context, fault, question) }];
  });
  return fields.length === 0
    ? null
    : make(InvalidInputError, { message: message(context.locale, 'input.invalid'), fields });
}

const sentences = {
  tooLong: 'field.tooLong',
  notAnOption: 'answer.notAnOption',
  notANumber: 'answer.notANumber',
  tooSmall: 'answer.tooSmall',
  tooGreat: 'answer.tooGreat',
  notAQuestion: 'field.invalid',
  notAFile: 'answer.notAFile',
} as const satisfies Record<AnswerFault | 'notAQuestion' | 'notAFile', MessageKey>;

function sentenceFor({ locale }: Context, fault: keyof typeof sentences, question: Question | undefined): string {
  const bound = fault === 'tooSmall' ? question?.minimum : question?.maximum;
  return message(locale, sentences[fault], {
    maximum: question?.maxLength ?? limits.answer,
    // Without the zeros of the column.
    bound: bound == null ? '' : String(Number(bound)),
  });
}
