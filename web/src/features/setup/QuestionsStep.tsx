import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetUpFormsDocument } from '../../gql/SetUpForms';
import { SetQuestionsDocument } from '../../gql/SetQuestions';
import { useLanguage } from '../../i18n/useLanguage';
import { useNow } from '../../ui/clock';
import { Choice, Choices } from '../../ui/wizard/Choice';
import type { StepProps } from './BasicsStep';
import { CardHead } from './CardHead';
import { QuestionFields } from './QuestionFields';
import { inputOf, newQuestion, rowOf, type QuestionRow } from './questions';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import { useStepForm } from './useStepForm';

/** On which form entries are written, and what else they are asked, until submissions open. */
export function QuestionsStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const [send] = useMutation(SetQuestionsDocument);
  const forms = useQuery(SetUpFormsDocument).data?.forms ?? [];
  const [news, setNews] = useState('');
  const { id, openedAt, stages, categories } = competition;
  const now = useNow(30_000);
  const submission = stages.find(({ kind }) => kind === 'SUBMISSION');
  const stands = openedAt !== null && submission !== undefined && new Date(submission.opensAt).getTime() <= now;
  const saved = { formKey: competition.form.key, questions: competition.questions.map(rowOf) };
  const form = useStepForm(`laurel.setup.${id}.questions`, saved, async ({ formKey, questions }) => {
    const input = { competitionId: id, formKey, questions: questions.map(inputOf) };
    return (await send({ variables: { input }, context: { staysOnPage: true } })).data?.setQuestions;
  });
  const { draft, errorAt } = form;
  const change = (questions: QuestionRow[]) => form.change({ ...draft, questions });
  const nameOf = ({ prompt }: QuestionRow) =>
    (language === 'en' ? prompt.en || prompt.zh : prompt.zh || prompt.en) || t('questions.new');
  const move = (place: number, by: -1 | 1) => {
    const row = draft.questions[place];
    if (!row) return;
    setNews(t('cards.moved', { place: place + by + 1, count: draft.questions.length }));
    change(draft.questions.toSpliced(place, 1).toSpliced(place + by, 0, row));
  };
  return (
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      {stands && <p className={classes.help}>{t('questions.stands')}</p>}
      <fieldset className={classes.fields} disabled={stands}>
        <Choices legend={t('questions.form')} error={errorAt('formKey')}>
          {forms.map(({ key, name, sections }) => (
            <Choice
              key={key}
              type="radio"
              name="form"
              value={key}
              isChosen={draft.formKey === key}
              title={name}
              text={sections.map((section) => section.name).join(t('questions.between'))}
              onChange={() => form.change({ ...draft, formKey: key })}
            />
          ))}
        </Choices>
        <h3>{t('questions.own')}</h3>
        {draft.questions.length === 0 && <p className={classes.help}>{t('questions.none')}</p>}
        <ol className={classes.cards}>
          {draft.questions.map((row, place) => (
            <li key={row.key} className={classes.card}>
              <CardHead
                name={nameOf(row)}
                place={place}
                count={draft.questions.length}
                isLoose={!stands}
                onMove={(by) => move(place, by)}
                onRemove={() => {
                  setNews(t('cards.removed', { name: nameOf(row) }));
                  change(draft.questions.toSpliced(place, 1));
                }}
              />
              <QuestionFields
                row={row}
                path={`questions.${place}`}
                categories={categories}
                errorAt={errorAt}
                onChange={(values) => change(draft.questions.with(place, { ...row, ...values }))}
              />
            </li>
          ))}
        </ol>
        <p className="visually-hidden" role="status">
          {news}
        </p>
        {errorAt('questions') && (
          <p className={classes.error} role="alert">
            {errorAt('questions')}
          </p>
        )}
        <Button
          variant="default"
          leftSection={<IconPlus size={18} />}
          className={classes.inStart}
          onClick={() => change([...draft.questions, newQuestion(draft.questions)])}
        >
          {t('questions.add')}
        </Button>
      </fieldset>
    </StepFrame>
  );
}
