import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './SetUp.module.css';

interface Props {
  name: string;
  place: number;
  count: number;
  /** It can be taken away. */
  isLoose: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** The head of one card of a list whose order people see: its place, and what is done with the whole of it. */
export function CardHead({ name, place, count, isLoose, onMove, onRemove }: Props) {
  const { t } = useTranslation('setup');
  return (
    <div className={classes.cardHead}>
      <span className={classes.place}>{place + 1}</span>
      <h3>{name}</h3>
      <span className={classes.tools}>
        <ActionIcon
          variant="subtle"
          size={44}
          disabled={place === 0}
          aria-label={t('cards.up', { name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={20} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={44}
          disabled={place === count - 1}
          aria-label={t('cards.down', { name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={20} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={44}
          disabled={!isLoose}
          aria-label={t('cards.remove', { name })}
          onClick={onRemove}
        >
          <IconTrash size={20} />
        </ActionIcon>
      </span>
    </div>
  );
}
