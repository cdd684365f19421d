import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VoteState as StoredState } from '../../../gql/types';
import { Button } from '../../../ui/Button';
import { useInstantWords } from '../../../ui/time/DateTime';
import { Row } from '../../../ui/layout/Row';
import { Card, Stack } from '../../../ui/layout/Stack';
import { Seal } from '../../../ui/Seal';
import classes from './CastBallotPanel.module.css';
import { Receipt } from '../my-votes/Receipt';

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
    <Card as="section" tone="raised" gap={3} pad={5} aria-label={t('today.title')}>
      <Row as="header" gap={4} rowGap={2}>
        <h2>{t('today.title')}</h2>
        {votes.every(({ state }) => state === 'COUNTED') && <Seal isFresh={isFresh}>{t('today.counted')}</Seal>}
      </Row>
      <p className="faint small">{t('today.lead', { count: votes.length, time: inWords(castAt, timeZone) })}</p>
      <Stack as="ol">
        {votes.map(({ id, entry, points, receipt, state }) => (
          <Row as="li" gap={4} rowGap={1} tone="ruled" padBlock={2} key={id} className={classes.vote}>
            <Link to={`/c/${slug}/entries/${entry.number}`}>{entry.title}</Link>
            {hasPoints && <span className="soft tabular">{t('tray.points', { count: points })}</span>}
            {state !== 'COUNTED' && <Seal tone="gold">{t(`mine.state.${state}`)}</Seal>}
            <Receipt receipt={receipt} />
          </Row>
        ))}
      </Stack>
      {onRetract && (
        <Button variant="light" className="self-start" loading={isBusy} onClick={onRetract}>
          {t('today.undo')}
        </Button>
      )}
    </Card>
  );
}
