import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { BallotPageDocument } from '../gql/BallotPage';
import { ButtonLink } from '../ui/ButtonLink';
import { useInstantWords } from '../ui/time/DateTime';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Page } from '../ui/Page';
import { PageSkeleton } from '../ui/Skeletons';
import { BallotForm } from './BallotForm';

/** Where several choices are made and cast together; elsewhere it says how votes are cast instead. */
export function BallotPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('ballots');
  const inWords = useInstantWords();
  const { data, error, refetch } = useQuery(BallotPageDocument, {
    variables: { slug },
    // What is cast and what is left may have changed elsewhere.
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { competition } = data;
  if (!competition) return <ErrorState kind="notFound" />;

  const { name, timeZone, ballotRule, stages } = competition;
  const home = <Link to={`/c/${slug}`}>{name}</Link>;
  const voting = stages.find(({ kind }) => kind === 'VOTING');
  if (ballotRule.style === 'BALLOT' && voting?.status === 'OPEN') {
    return (
      <Page title={t('page.title')} eyebrow={home} lead={competition.viewerVotesLeftToday !== 0 && t('page.lead')}>
        <BallotForm key={competition.id} competition={competition} onStale={() => void refetch()} />
      </Page>
    );
  }
  const isTap = ballotRule.style === 'TAP';
  const isAhead = voting?.status === 'UPCOMING';
  const [title, text] = isTap
    ? [t('page.tapOnly'), t('page.tapOnlyText')]
    : isAhead
      ? [t('page.notYet'), t('page.notYetText', { time: inWords(voting.opensAt, timeZone) })]
      : [t('page.over'), voting && t('page.overText', { time: inWords(voting.closesAt, timeZone) })];
  return (
    <Page title={t('page.title')} eyebrow={home}>
      <EmptyState title={title} text={text}>
        <ButtonLink to={`/c/${slug}/entries`}>{t('page.toEntries')}</ButtonLink>
        {!isAhead && (
          <ButtonLink variant="subtle" to={`/c/${slug}/my-votes`}>
            {t('rule.toVotes')}
          </ButtonLink>
        )}
      </EmptyState>
    </Page>
  );
}
