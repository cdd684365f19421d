import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { VoteBar_entryFragment } from '../../../gql/VoteBar_entry';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Row } from '../../../ui/layout/Row';
import { Seal } from '../../../ui/Seal';
import { DelayText } from './DelayText';
import { useVote } from './useVote';
import { VoteFrame } from './VoteFrame';
import classes from './VoteBar.module.css';
import { VoteRefusalText } from './VoteRefusalText';

interface Props {
  entry: VoteBar_entryFragment;
  onStale: () => void;
}

/** Vote, see it counted, take it back; or why not, in words. */
export function TapBar({ entry, onStale }: Props) {
  const { t } = useTranslation('voting');
  const { pathname } = useLocation();
  const { voting, competition } = entry;
  const { ballotRule: rule } = competition;
  // A browser that nobody knows yet becomes known with its first vote.
  const isNewDevice = voting.refusal === 'SIGNED_OUT' && rule.levels.includes('DEVICE');
  const canVote = voting.canVote || isNewDevice;
  const { state, cast, retract, stopWaiting } = useVote({
    entryId: entry.id,
    competitionId: competition.id,
    isNewDevice,
    canVote: voting.canVote,
    onStale,
  });
  const { vote } = voting;
  const hasVoted = vote !== null && voting.refusal !== 'CLOSED';
  const left = competition.viewerVotesLeftToday ?? rule.votesPerDay;
  const isDelayed = state.is === 'proving' || state.is === 'waiting';
  const isBusy = state.is === 'casting' || state.is === 'retracting' || state.is === 'proving';

  return (
    <VoteFrame competition={competition}>
      <Row gap={3} rowGap={1} className={classes.words} role="status">
        {isDelayed ? (
          <DelayText delay={state} />
        ) : state.is === 'unconfirmed' ? (
          <span>{t(`unconfirmed.${state.wanted}`)}</span>
        ) : state.is === 'refused' ? (
          <span>{state.message}</span>
        ) : state.is === 'unknown' ? (
          <span>{t('unknown')}</span>
        ) : hasVoted ? (
          <>
            <Seal tone={vote.state === 'COUNTED' ? 'seal' : 'gold'} isFresh={state.is === 'counted'}>
              {t(`states.${vote.state}`)}
            </Seal>
            {vote.state === 'COUNTED' ? (
              <span>{t('left', { count: left })}</span>
            ) : (
              <span>{t(`why.${vote.state}`)}</span>
            )}
            <span className="faint small tabular">{t('receipt', { receipt: vote.receipt })}</span>
          </>
        ) : canVote ? (
          <span>
            {state.is === 'retracted' && t('retracted')} {t('left', { count: left })}
          </span>
        ) : (
          <VoteRefusalText entry={entry} />
        )}
      </Row>
      {state.is === 'waiting' ? (
        <Button variant="subtle" px="xs" onClick={stopWaiting}>
          {t('stopWaiting')}
        </Button>
      ) : hasVoted && rule.mayRetract && vote.state !== 'VOIDED' ? (
        <Button variant="subtle" px="xs" loading={isBusy} onClick={() => void retract()}>
          {t('undo')}
        </Button>
      ) : canVote && state.is !== 'unknown' && !hasVoted ? (
        <Button size="lg" className={classes.vote} loading={isBusy} onClick={() => void cast()}>
          {state.is === 'unconfirmed' ? t('again') : t('vote')}
        </Button>
      ) : voting.refusal === 'SIGNED_OUT' || voting.refusal === 'NOT_ELIGIBLE' ? (
        <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('signIn')}</ButtonLink>
      ) : competition.resultsPublishedAt ? (
        <ButtonLink variant="light" to={`/c/${competition.slug}/results`}>
          {t('results')}
        </ButtonLink>
      ) : (
        <ButtonLink variant="light" to={`/c/${competition.slug}/entries`}>
          {t('others')}
        </ButtonLink>
      )}
    </VoteFrame>
  );
}
