import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrayChoice } from './tray';
import { useTray } from './useTray';
import classes from './BallotToggle.module.css';

interface Props {
  competitionId: string;
  choice: Omit<TrayChoice, 'points'>;
  maxChoices: number;
}

/** Puts an entry on the ballot or takes it off; sits on its card within a thumb's reach. */
export function BallotToggle({ competitionId, choice, maxChoices }: Props) {
  const { t } = useTranslation('ballots');
  const { choices, add, remove } = useTray(competitionId);
  const isOn = choices.some(({ entryId }) => entryId === choice.entryId);
  const isFull = choices.length >= maxChoices;
  const { title } = choice;
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-pressed={isOn}
      aria-label={isOn ? t('choose.remove', { title }) : t('choose.add', { title })}
      disabled={isFull && !isOn}
      onClick={() => (isOn ? remove(choice.entryId) : add(choice))}
    >
      {isOn ? <IconCheck size={22} aria-hidden="true" /> : <IconPlus size={22} aria-hidden="true" />}
    </button>
  );
}
