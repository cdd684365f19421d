import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { VoteBar_entryFragmentDoc, type VoteBar_entryFragment } from '../../gql/VoteBar_entry';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Seal } from '../../ui/Seal';
import { useVote } from './useVote';
import classes from './VoteBar.module.css';
import { VoteRefusalText } from './VoteRefusalText';

interface Props {
  entry: FragmentType<VoteBar_entryFragment>;
  /** Asks the server again what the viewer may do. */
  onStale: () => void;
}

/** Vote, see it counted, take it back; or why not, in words. */
export function VoteBar({ entry, onStale }: Props) {
  const { t } = useTranslation('voting');
  const { pathname } = useLocation();
  const { data, complete } = useFragment({ fragment: VoteBar_entryFragmentDoc, from: entry });
  const { state, cast, retract } = useVote({ entryId: data.id ?? '', onStale });
  if (!complete) return null;

  const { voting, competition } = data;
  const isBusy = state.is === 'casting' || state.is === 'retracting';
  const isCounted = voting.vote !== null && voting.refusal !== 'CLOSED';

  return (
    <ActionBar label={t('bar')}>
      <div className={classes.words} role="status">
        {state.is === 'unconfirmed' && <span>{t(`unconfirmed.${state.wanted}`)}</span>}
        {state.is === 'refused' && <span>{state.message}</span>}
        {state.is !== 'unconfirmed' && state.is !== 'refused' && (
          <>
            {isCounted ? (
              <>
                <Seal isFresh={state.is === 'counted'}>{t('counted')}</Seal>
                <span>{t('left', { count: voting.votesLeftToday ?? 0 })}</span>
              </>
            ) : voting.canVote ? (
              <span>
                {state.is === 'retracted' && t('retracted')} {t('left', { count: voting.votesLeftToday ?? 0 })}
              </span>
            ) : (
              <VoteRefusalText entry={data} />
            )}
          </>
        )}
      </div>
      {isCounted ? (
        <Button variant="subtle" px="xs" loading={isBusy} onClick={() => void retract()}>
          {t('undo')}
        </Button>
      ) : voting.canVote ? (
        <Button size="lg" className={classes.vote} loading={isBusy} onClick={() => void cast()}>
          {state.is === 'unconfirmed' ? t('again') : t('vote')}
        </Button>
      ) : voting.refusal === 'SIGNED_OUT' ? (
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
    </ActionBar>
  );
}
