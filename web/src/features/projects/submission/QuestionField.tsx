import { faultOf } from '@laurel/schema/questions';
import { limits } from '@laurel/schema/limits';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question_questionFragment } from '../../../gql/Question_question';
import { Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { lengthOf } from '../form/project-fields';
import classes from '../form/ProjectForm.module.css';
import { answerBox } from './useAnswersDraft';
import type { Writing } from '../form/useDraft';

/** How a file is handed over, which is another feature's to say. The value is the id of an upload, or empty. */
export type FileSlot = (answer: {
  id: string;
  label: string;
  help: string;
  value: string;
  onChange: (value: string) => void;
}) => ReactNode;

interface Props {
  question: Question_questionFragment;
  answers: Writing;
  fileSlot: FileSlot | undefined;
}

/** One question of the competition, and the box for what is said to it. */
export function QuestionField({ question, answers, fileSlot }: Props) {
  const { t } = useTranslation('projects');
  const { key, kind, prompt, help, isRequired, options, unit } = question;
  const name = answerBox(key);
  const value = answers.draft.text[name] ?? '';
  const fault = faultOf(question, value);
  const bound = fault === 'tooSmall' ? question.minimum : question.maximum;
  const limit = question.maxLength ?? limits.answer;
  const error = fault
    ? t(`answers.faults.${fault}`, { bound, count: lengthOf(value) - limit })
    : answers.draft.problems[name];
  const label = isRequired ? prompt : t('answers.optional', { prompt });
  const change = (text: string) => answers.type(name, text);
  const props = {
    id: `field-${name}`,
    label,
    description: help || undefined,
    error,
    value,
    onBlur: () => void answers.flush(),
  };
  switch (kind) {
    case 'FILE':
      return fileSlot ? (
        fileSlot({ id: props.id, label, help, value, onChange: change })
      ) : (
        <Notice>{t('answers.noFiles', { prompt })}</Notice>
      );
    case 'CHOICE':
      return (
        <NativeSelect
          {...props}
          data={[
            { value: '', label: t('answers.choose') },
            ...options.map((one) => ({ value: one.key, label: one.name })),
          ]}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'NUMBER':
      return (
        <TextInput
          {...props}
          inputMode="decimal"
          rightSection={unit && <span className="soft unbroken">{unit}</span>}
          rightSectionWidth={unit ? `${unit.length + 2}em` : undefined}
          onChange={({ currentTarget }) => change(currentTarget.value.normalize('NFKC'))}
        />
      );
    default:
      return (
        <Stack gap={1}>
          <Textarea
            {...props}
            autosize
            minRows={limit > 200 ? 4 : 2}
            onChange={({ currentTarget }) => change(currentTarget.value)}
          />
          <p className={classes.count} data-over={lengthOf(value) > limit || undefined}>
            {t('count', { count: lengthOf(value), limit })}
          </p>
        </Stack>
      );
  }
}
