import { questionKinds } from '@laurel/schema/questions';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import { SelectField } from '../../forms/SelectField';
import { TextPair } from '../../forms/TextPair';
import type { ErrorAt } from '../../forms/useAct';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { Choice } from '../../ui/wizard/Choice';
import { newOption, type QuestionRow } from './questions';
import classes from './SetUp.module.css';

interface Props {
  row: QuestionRow;
  path: string;
  categories: readonly { id: string; name: string }[];
  errorAt: ErrorAt;
  onChange: (values: Partial<QuestionRow>) => void;
}

/** What is asked, of whom, and what an answer is. */
export function QuestionFields({ row, path, categories, errorAt, onChange }: Props) {
  const { t } = useTranslation('setup');
  const { kind } = row;
  const number = (name: 'minimum' | 'maximum') => (
    <LineField
      kind="decimal"
      label={t(`questions.${name}`)}
      value={row[name]}
      error={errorAt(`${path}.${name}`)}
      onChange={(text) => onChange({ [name]: text.normalize('NFKC') })}
    />
  );
  return (
    <>
      <TextPair
        label={t('questions.prompt')}
        texts={row.prompt}
        path={`${path}.prompt`}
        errorAt={errorAt}
        onChange={(prompt) => onChange({ prompt })}
      />
      <TextPair
        label={t('questions.help')}
        texts={row.help}
        path={`${path}.help`}
        errorAt={errorAt}
        onChange={(help) => onChange({ help })}
      />
      <Columns gap={3}>
        <SelectField
          label={t('questions.kind')}
          value={kind}
          options={questionKinds.map((one) => ({ value: one, label: t(`questions.kinds.${one}`) }))}
          onChange={(next) => {
            const isBare = next === 'CHOICE' && row.options.length === 0;
            const first = newOption([]);
            onChange({ kind: next, ...(isBare && { options: [first, newOption([first])] }) });
          }}
        />
        <SelectField
          label={t('questions.category')}
          value={row.categoryId}
          options={[
            { value: '', label: t('questions.everywhere') },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={errorAt(`${path}.categoryId`)}
          onChange={(categoryId) => onChange({ categoryId })}
        />
      </Columns>
      {kind === 'TEXT' && (
        <LineField
          kind="digits"
          label={t('questions.maxLength')}
          className={classes.short}
          value={row.maxLength}
          error={errorAt(`${path}.maxLength`)}
          onChange={(maxLength) => onChange({ maxLength })}
        />
      )}
      {kind === 'NUMBER' && (
        <>
          <Columns gap={3}>
            {number('minimum')}
            {number('maximum')}
          </Columns>
          <TextPair
            label={t('questions.unit')}
            texts={row.unit}
            path={`${path}.unit`}
            errorAt={errorAt}
            onChange={(unit) => onChange({ unit })}
          />
        </>
      )}
      {kind === 'CHOICE' && <Options row={row} path={path} errorAt={errorAt} onChange={onChange} />}
      <Choice
        name={path}
        isChosen={row.isRequired}
        title={t('questions.isRequired')}
        text={t('questions.isRequiredHelp')}
        onChange={(isRequired) => onChange({ isRequired })}
      />
    </>
  );
}

function Options({ row, path, errorAt, onChange }: Omit<Props, 'categories'>) {
  const { t } = useTranslation('setup');
  const { options } = row;
  return (
    <Stack as="fieldset" gap={3} className={classes.options}>
      <legend>{t('questions.options')}</legend>
      {options.map((option, place) => (
        <Columns key={option.key} from="always" sizes="minmax(0, 1fr) auto" gap={1} align="end">
          <TextPair
            label={t('questions.option', { place: place + 1 })}
            texts={option.name}
            path={`${path}.options.${place}`}
            errorAt={errorAt}
            onChange={(name) => onChange({ options: options.with(place, { ...option, name }) })}
          />
          <ActionIcon
            variant="subtle"
            size={44}
            disabled={options.length === 1}
            aria-label={t('questions.removeOption', { place: place + 1 })}
            onClick={() => onChange({ options: options.toSpliced(place, 1) })}
          >
            <IconTrash size={20} />
          </ActionIcon>
        </Columns>
      ))}
      {errorAt(`${path}.options`) && (
        <p className="bad" role="alert">
          {errorAt(`${path}.options`)}
        </p>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} />}
        className="self-start"
        onClick={() => onChange({ options: [...options, newOption(options)] })}
      >
        {t('questions.addOption')}
      </Button>
    </Stack>
  );
}
