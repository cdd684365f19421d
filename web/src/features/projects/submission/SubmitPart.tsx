import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import type { SubmitPart_competitionFragment } from '../../../gql/SubmitPart_competition';
import type { ProjectDraft_projectFragment } from '../../../gql/ProjectDraft_project';
import { useLanguage } from '../../../i18n/useLanguage';
import { useNow } from '../../../ui/time/clock';
import { Columns } from '../../../ui/layout/Columns';
import { Row } from '../../../ui/layout/Row';
import { Card, Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { SubmissionDeadline } from '../../../words/SubmissionDeadline';
import { stateAt, takesEntries } from '../../../words/submission-window';
import { EntryAnswers, type AnswersState } from './EntryAnswers';
import { placeOfMissing } from '../form/project-fields';
import classes from '../form/ProjectForm.module.css';
import type { FileSlot } from './QuestionField';
import { ReceiptPanel } from './ReceiptPanel';
import type { SignInSlot } from '../form/SignInAgain';
import { SubmitDialog } from './SubmitDialog';
import type { ProjectDraft } from '../form/useProjectDraft';

const nothingAsked: AnswersState = { isSaved: true, missing: [] };

interface Props {
  projectId: string;
  project: ProjectDraft;
  missing: ProjectDraft_projectFragment['missing'];
  /** Those whose submission stage is open. */
  competitions: readonly SubmitPart_competitionFragment[];
  onJump: (part: string, field: string) => void;
  signIn: SignInSlot;
  fileSlot: FileSlot | undefined;
  onSubmitted: () => void;
}

/** What is missing, where it goes, and the last step. */
export function SubmitPart({
  projectId,
  project,
  missing,
  competitions,
  onJump,
  signIn,
  fileSlot,
  onSubmitted,
}: Props) {
  const { t } = useTranslation('projects');
  const [chosenId, setChosenId] = useState<string>();
  const [categoryId, setCategoryId] = useState('');
  const listed = new Intl.ListFormat(useLanguage());
  const [isAsking, setAsking] = useState(false);
  const [receipt, setReceipt] = useState<Receipt_entryFragment>();
  const competition = competitions.find(({ id }) => id === chosenId) ?? competitions[0];
  const category = competition?.categories.find(({ id }) => id === categoryId);
  const [answers, setAnswers] = useState<AnswersState>(nothingAsked);
  const asks = (competition?.questions.length ?? 0) > 0;
  const { isSaved: areAnswersSaved, missing: unanswered } = asks ? answers : nothingAsked;
  const isSaved = project.state === 'saved' && areAnswersSaved;
  const isMoving = project.state === 'saving' || project.state === 'waiting';

  if (receipt) return <ReceiptPanel entry={receipt} />;
  return (
    <Stack gap={5}>
      {missing.length > 0 ? (
        <Card tone="gold" gap={3}>
          <p>{t('submit.missingTitle')}</p>
          <Row as="ul" gap={2}>
            {missing.map((one) => (
              <li key={one.key}>
                <Button variant="default" onClick={() => onJump(placeOfMissing(one).part, placeOfMissing(one).field)}>
                  {one.name}
                </Button>
              </li>
            ))}
          </Row>
        </Card>
      ) : (
        <Notice tone="good">{t('submit.nothingMissing')}</Notice>
      )}
      {competition ? (
        <>
          <NativeSelect
            label={t('submit.competition')}
            value={competition.id}
            data={competitions.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget }) => {
              setChosenId(currentTarget.value);
              setCategoryId('');
            }}
          />
          {competition.submissionWindow && (
            <SubmissionDeadline window={competition.submissionWindow} timeZone={competition.timeZone} />
          )}
          <Columns as="fieldset" min="9.5rem" gap={2} className={classes.categories}>
            <legend>{t('submit.category')}</legend>
            {competition.categories.map(({ id, name }) => (
              <Row
                as="label"
                gap={2}
                nowrap
                tone="strong"
                key={id}
                className={classes.category}
                data-picked={categoryId === id || undefined}
              >
                <input type="radio" name="category" checked={categoryId === id} onChange={() => setCategoryId(id)} />
                {name}
              </Row>
            ))}
          </Columns>
          {asks && (
            <EntryAnswers
              key={competition.id}
              projectId={projectId}
              competition={competition}
              categoryId={categoryId}
              onCategory={setCategoryId}
              onState={setAnswers}
              signIn={signIn}
              fileSlot={fileSlot}
            />
          )}
          {category && unanswered.length > 0 && (
            <Notice>{t('answers.missing', { names: listed.format(unanswered.map(({ name }) => name)) })}</Notice>
          )}
          {!isSaved && <Notice>{isMoving ? t('submit.savingFirst') : t('submit.unsaved')}</Notice>}
          <SubmitButton
            window={competition.submissionWindow}
            isReady={missing.length === 0 && unanswered.length === 0 && category !== undefined && isSaved}
            onPress={() => setAsking(true)}
          />
          {isAsking && category && (
            <SubmitDialog
              projectId={projectId}
              draft={project.draft}
              competition={competition}
              category={category}
              onClose={() => setAsking(false)}
              onSubmitted={(entry) => {
                setAsking(false);
                setReceipt(entry);
                onSubmitted();
              }}
            />
          )}
        </>
      ) : (
        <Notice>{t('submit.noCompetition')}</Notice>
      )}
    </Stack>
  );
}

interface ButtonProps {
  window: SubmitPart_competitionFragment['submissionWindow'];
  isReady: boolean;
  onPress: () => void;
}

/** Goes by the server's clock while the page stands open. */
function SubmitButton({ window, isReady, onPress }: ButtonProps) {
  const { t } = useTranslation('projects');
  const now = useNow(1000);
  const isOpen = window !== null && takesEntries(stateAt(window, now));
  return (
    <Button className={classes.submit} disabled={!isReady || !isOpen} onClick={onPress}>
      {t('submit.action')}
    </Button>
  );
}
