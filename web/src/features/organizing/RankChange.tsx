import { IconArrowDown, IconArrowUp, IconPoint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from './ranking';
import classes from './Ranking.module.css';

/** Up, down, or a new mark that moved nobody, of the last minute. */
export function RankChange({ change }: { change: Change | undefined }) {
  const { t } = useTranslation('organizing');
  if (!change) return null;
  const { places } = change;
  const word = places > 0 ? 'up' : places < 0 ? 'down' : 'marked';
  const Icon = { up: IconArrowUp, down: IconArrowDown, marked: IconPoint }[word];
  const words = t(`ranking.${word}`, { count: Math.abs(places) });
  return (
    <span className={classes.change} data-word={word} title={words}>
      <Icon size={16} aria-hidden="true" />
      {places !== 0 && <span aria-hidden="true">{Math.abs(places)}</span>}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
