import { faultOf } from '@laurel/schema/questions';
import { useMutation } from '@apollo/client/react';
import type { Answers_draftFragment } from '../../../gql/Answers_draft';
import type { Question_questionFragment } from '../../../gql/Question_question';
import { SaveAnswersDocument } from '../../../gql/SaveAnswers';
import type { PartState } from '../form/draft';
import { useDraft, type Sent, type Writing } from '../form/useDraft';

const part = 'answers';
const prefix = 'answer.';
/** The box in which the category is kept, beside the answers. */
export const categoryBox = 'category';
export const answerBox = (key: string): string => `${prefix}${key}`;
const keyOf = (name: string): string => name.slice(prefix.length);

const partFrom = (questions: readonly Question_questionFragment[], draft: Answers_draftFragment | null): PartState => {
  const given = new Map(draft?.answers.map(({ key, value }) => [key, value]));
  const boxes = questions.map(({ key }) => [answerBox(key), given.get(key) ?? '']);
  return {
    version: draft?.version ?? 0,
    fields: { ...Object.fromEntries(boxes), [categoryBox]: draft?.category?.id ?? '' },
  };
};

interface Options {
  projectId: string;
  competitionId: string;
  questions: readonly Question_questionFragment[];
  draft: Answers_draftFragment | null;
}

/** The answers to a competition's questions as they are being written, and the category they are for. */
export function useAnswersDraft({ projectId, competitionId, questions, draft }: Options): Writing {
  const [saveAnswers] = useMutation(SaveAnswersDocument, { context: { staysOnPage: true } });
  return useDraft({
    storageKey: `laurel.answers.${projectId}.${competitionId}`,
    parts: { [part]: partFrom(questions, draft) },
    savedAt: draft?.savedAt ?? new Date(0).toISOString(),
    partOf: () => part,
    isFit: (name, text) => {
      const question = questions.find(({ key }) => answerBox(key) === name);
      return !question || !faultOf(question, text[name] ?? '');
    },
    async send(_, names, text, version): Promise<Sent> {
      const boxes = names.filter((name) => name !== categoryBox);
      const result = (
        await saveAnswers({
          variables: {
            input: {
              projectId,
              competitionId,
              version,
              answers: boxes.map((name) => ({ key: keyOf(name), value: (text[name] ?? '').trim() })),
              ...(names.includes(categoryBox) && { categoryId: text[categoryBox] || null }),
            },
          },
        })
      ).data?.saveAnswers;
      switch (result?.__typename) {
        case 'SaveAnswersSuccess':
          return { kind: 'saved', ...partFrom(questions, result.draft), savedAt: result.draft.savedAt };
        case 'StaleAnswersError':
          return { kind: 'stale', ...partFrom(questions, result.draft) };
        case 'InvalidInputError': {
          const problems: Partial<Record<string, string>> = {};
          for (const { path, message } of result.fields) {
            const name = boxes[Number(path.split('.')[1])];
            if (name) problems[name] = message;
          }
          return { kind: 'invalid', message: result.message, problems };
        }
        default:
          return { kind: 'refused' };
      }
    },
  });
}
