import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Criterion.module.css';
import type { LevelDraft } from './draft';
import { TextPair } from '../../forms/TextPair';
import type { ErrorAt } from '../../forms/useAct';

interface Props {
  level: LevelDraft;
  at: string;
  isFrozen: boolean;
  errorAt: ErrorAt;
  onChange: (level: LevelDraft) => void;
  onRemove: () => void;
}

/** From which mark, and what it stands for. */
export function LevelFields({ level, at, isFrozen, errorAt, onChange, onRemove }: Props) {
  const { t } = useTranslation('rubric');
  return (
    <li className={classes.level}>
      <TextInput
        label={t('details.from')}
        inputMode="decimal"
        autoComplete="off"
        value={level.from}
        error={errorAt(`${at}.from`)}
        onChange={({ currentTarget }) => onChange({ ...level, from: currentTarget.value })}
      />
      <TextPair
        label={t('details.wording')}
        texts={level}
        path={at}
        errorAt={errorAt}
        rows={2}
        onChange={(texts) => onChange({ ...level, ...texts })}
      />
      {!isFrozen && (
        <ActionIcon
          variant="subtle"
          color="seal"
          size={44}
          aria-label={t('details.removeLevel', { from: level.from })}
          onClick={onRemove}
        >
          <IconX size={20} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}
