import { useQuery } from '@apollo/client/react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../apollo/errors';
import type { Answers_draftFragment } from '../../../gql/Answers_draft';
import { EntryAnswersDocument } from '../../../gql/EntryAnswers';
import type { SubmitPart_competitionFragment } from '../../../gql/SubmitPart_competition';
import { ErrorState } from '../../../ui/ErrorState';
import { Stack } from '../../../ui/layout/Stack';
import { TextSkeleton } from '../../../ui/Skeletons';
import { DraftState } from '../form/DraftState';
import { QuestionField, type FileSlot } from './QuestionField';
import { SignInAgain, type SignInSlot } from '../form/SignInAgain';
import { StaleDialog } from '../form/StaleDialog';
import { answerBox, categoryBox, useAnswersDraft } from './useAnswersDraft';

/** Whether what is said to a competition can be handed in: all of it saved, and what must be answered answered. */
export interface AnswersState {
  isSaved: boolean;
  missing: { key: string; name: string }[];
}

interface Props {
  projectId: string;
  competition: SubmitPart_competitionFragment;
  categoryId: string;
  onCategory: (id: string) => void;
  onState: (state: AnswersState) => void;
  signIn: SignInSlot;
  fileSlot: FileSlot | undefined;
}

/** What a competition asks of its own, in the chosen category. */
export function EntryAnswers(props: Props) {
  const { projectId, competition } = props;
  const { data, error, refetch } = useQuery(EntryAnswersDocument, {
    variables: { projectId, competitionId: competition.id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    context: { staysOnPage: true },
  });
  if (data?.project) return <Answers {...props} draft={data.project.draftFor} />;
  return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <TextSkeleton lines={4} />;
}

function Answers({
  projectId,
  competition,
  categoryId,
  onCategory,
  onState,
  signIn,
  fileSlot,
  draft,
}: Props & { draft: Answers_draftFragment | null }): ReactNode {
  const { t } = useTranslation('projects');
  const { questions, categories } = competition;
  const answers = useAnswersDraft({ projectId, competitionId: competition.id, questions, draft });
  const { text, conflicts } = answers.draft;
  const asked = questions.filter(({ category }) => !category || category.id === categoryId);
  const lacking = asked.filter(({ key, isRequired }) => isRequired && !text[answerBox(key)]?.trim());
  const isSaved = answers.state === 'saved';
  const version = answers.draft.versions['answers'] ?? 0;
  const kept = text[categoryBox] ?? '';

  // The category that was kept is the one that is chosen, and the one that is chosen is kept.
  useEffect(() => {
    if (kept && !categoryId) onCategory(kept);
    else if (categoryId && categoryId !== kept) answers.type(categoryBox, categoryId);
    // What is typed here does not change what is chosen there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [categoryId, kept]);
  const missing = JSON.stringify(lacking.map(({ key, prompt }) => ({ key, name: prompt })));
  useEffect(() => {
    onState({ isSaved, missing: JSON.parse(missing) as AnswersState['missing'] });
  }, [isSaved, missing, onState]);

  const labelOf = (name: string) =>
    questions.find(({ key }) => answerBox(key) === name)?.prompt ?? t('submit.category');
  const wordsOf = (name: string, value: string) =>
    name === categoryBox
      ? (categories.find(({ id }) => id === value)?.name ?? '')
      : (questions.find(({ key }) => answerBox(key) === name)?.options.find(({ key }) => key === value)?.name ?? value);
  const conflict = conflicts['answers'];
  return (
    <Stack as="section" gap={5} aria-label={t('answers.title')}>
      <h3>{t('answers.title')}</h3>
      <p className="faint small">{t('answers.lead')}</p>
      {asked.map((question) => (
        <QuestionField key={question.id} question={question} answers={answers} fileSlot={fileSlot} />
      ))}
      {/* Before the first answer nothing was saved, and nothing waits. */}
      {(version > 0 || !isSaved) && <DraftState project={answers} version={version} />}
      {conflict && (
        <StaleDialog
          part={t('answers.title')}
          conflict={conflict}
          mine={text}
          labelOf={labelOf}
          wordsOf={wordsOf}
          onChoose={(picks) => answers.choose('answers', picks)}
        />
      )}
      <SignInAgain writing={answers} signIn={signIn} />
    </Stack>
  );
}
