import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OrderedCards } from '../../forms/OrderedCards';
import { textIn } from '../../forms/texts';
import { SetQuestionsDocument } from '../../gql/SetQuestions';
import { SetUpFormsDocument } from '../../gql/SetUpForms';
import { useLanguage } from '../../i18n/useLanguage';
import { Stack } from '../../ui/layout/Stack';
import { useNow } from '../../ui/time/clock';
import { RadioChoices } from '../../ui/wizard/Choice';
import { QuestionFields } from './QuestionFields';
import { inputOf, newQuestion, rowOf } from './questions';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
import { useStepForm } from './useStepForm';

/** On which form entries are written, and what else they are asked, until submissions open. */
export function QuestionsStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const forms = useQuery(SetUpFormsDocument).data?.forms ?? [];
  const { id, openedAt, stages, categories } = competition;
  const now = useNow(30_000);
  const submission = stages.find(({ kind }) => kind === 'SUBMISSION');
  const stands = openedAt !== null && submission !== undefined && new Date(submission.opensAt).getTime() <= now;
  const form = useStepForm(SetQuestionsDocument, {
    key: `${id}.questions`,
    saved: { formKey: competition.form.key, questions: competition.questions.map(rowOf) },
    inputOf: ({ formKey, questions }) => ({ competitionId: id, formKey, questions: questions.map(inputOf) }),
    onSaved: () => onSaved(),
  });
  const { draft, errorAt } = form;
  return (
    <StepFrame form={form} onNext={onNext}>
      {stands && <p className="soft">{t('questions.stands')}</p>}
      <Stack as="fieldset" gap={5} disabled={stands}>
        <RadioChoices
          legend={t('questions.form')}
          error={errorAt('formKey')}
          name="form"
          value={draft.formKey}
          options={forms.map(({ key, name, sections }) => ({
            value: key,
            title: name,
            text: sections.map((section) => section.name).join(t('questions.between')),
          }))}
          onChange={(formKey) => form.change({ ...draft, formKey })}
        />
        <h3>{t('questions.own')}</h3>
        {draft.questions.length === 0 && <p className="soft">{t('questions.none')}</p>}
        <OrderedCards
          rows={draft.questions}
          keyOf={({ key }) => key}
          nameOf={({ prompt }) => textIn(language, prompt) || t('questions.new')}
          isFrozen={stands}
          error={errorAt('questions')}
          add={{ label: t('questions.add'), makeRow: () => newQuestion(draft.questions) }}
          onChange={(questions) => form.change({ ...draft, questions })}
        >
          {(row, place, put) => (
            <QuestionFields
              row={row}
              path={`questions.${place}`}
              categories={categories}
              errorAt={errorAt}
              onChange={(values) => put({ ...row, ...values })}
            />
          )}
        </OrderedCards>
      </Stack>
    </StepFrame>
  );
}
