import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VoteState as StoredState } from '../../gql/types';
import { Button } from '../../ui/Button';
import { useInstantWords } from '../../ui/DateTime';
import { Seal } from '../../ui/Seal';
import classes from './CastBallotPanel.module.css';
import { Receipt } from './Receipt';

export interface CastChoice {
  id: string;
  castAt: string;
  receipt: string;
  state: StoredState;
  points: number;
  entry: { id: string; number: number; title: string };
}

interface Props {
  slug: string;
  timeZone: string;
  votes: CastChoice[];
  /** Approval gives every choice the same; a number would only ask to be understood. */
  hasPoints: boolean;
  isFresh: boolean;
  isBusy: boolean;
  /** Null where the rule lets no ballot be taken back. */
  onRetract: (() => void) | null;
}

/** The ballot of today as the server counts it, with a receipt for each choice. */
export function CastBallotPanel({ slug, timeZone, votes, hasPoints, isFresh, isBusy, onRetract }: Props) {
  const { t } = useTranslation('ballots');
  const inWords = useInstantWords();
  const castAt = votes[0]?.castAt ?? '';
  return (
    <section className={classes.panel} aria-label={t('today.title')}>
      <header className={classes.head}>
        <h2>{t('today.title')}</h2>
        {votes.every(({ state }) => state === 'COUNTED') && <Seal isFresh={isFresh}>{t('today.counted')}</Seal>}
      </header>
      <p className={classes.lead}>{t('today.lead', { count: votes.length, time: inWords(castAt, timeZone) })}</p>
      <ol className={classes.votes}>
        {votes.map(({ id, entry, points, receipt, state }) => (
          <li key={id} className={classes.vote}>
            <Link to={`/c/${slug}/entries/${entry.number}`}>{entry.title}</Link>
            {hasPoints && <span className={classes.points}>{t('tray.points', { count: points })}</span>}
            {state !== 'COUNTED' && <Seal tone="gold">{t(`mine.state.${state}`)}</Seal>}
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ol>
      {onRetract && (
        <Button variant="light" className={classes.undo} loading={isBusy} onClick={onRetract}>
          {t('today.undo')}
        </Button>
      )}
    </section>
  );
}
