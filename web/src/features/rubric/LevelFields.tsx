import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import { TextPair } from '../../forms/TextPair';
import type { ErrorAt } from '../../forms/useAct';
import classes from './Criterion.module.css';
import type { LevelDraft } from './draft';

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
      <LineField
        kind="decimal"
        label={t('details.from')}
        value={level.from}
        error={errorAt(`${at}.from`)}
        onChange={(from) => onChange({ ...level, from })}
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
