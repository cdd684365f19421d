import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { dayIn } from '../features/voting/my-votes/day-in';
import { VoteRow } from '../features/voting/my-votes/VoteRow';
import { MyVotesPageDocument } from '../gql/MyVotesPage';
import { ButtonLink } from '../ui/ButtonLink';
import { useNow } from '../ui/time/clock';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Stack } from '../ui/layout/Stack';
import { LoadMore } from '../ui/LoadMore';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageSkeleton } from '../ui/Skeletons';
import classes from './MyVotesPage.module.css';

const pageSize = 20;

/** Every vote of the viewer's in one competition, with its receipt and what became of it. */
export function MyVotesPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('ballots');
  const { pathname } = useLocation();
  const [isFetchingMore, setFetchingMore] = useState(false);
  const [undone, setUndone] = useState('');
  const now = useNow(60_000);
  const { data, error, refetch, fetchMore } = useQuery(MyVotesPageDocument, {
    variables: { slug, first: pageSize },
    // What became of a vote is decided elsewhere.
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { competition, viewer } = data;
  if (!competition) return <ErrorState kind="notFound" />;

  const { ballotRule, stages, timeZone, viewerVotes } = competition;
  const isOpen = stages.some(({ kind, status }) => kind === 'VOTING' && status === 'OPEN');
  const isTap = ballotRule.style === 'TAP';
  const today = dayIn(timeZone, now);
  const home = <Link to={`/c/${slug}`}>{competition.name}</Link>;
  const more = async () => {
    setFetchingMore(true);
    try {
      await fetchMore({ variables: { after: viewerVotes.pageInfo.endCursor } });
    } finally {
      setFetchingMore(false);
    }
  };
  return (
    <Page title={t('mine.title')} eyebrow={home} lead={viewerVotes.totalCount > 0 && t('mine.lead')} width="reading">
      <div role="status" className={classes.undone}>
        {undone && <Notice tone="good">{t('mine.undone', { title: undone })}</Notice>}
      </div>
      {viewerVotes.totalCount === 0 ? (
        <EmptyState title={t('mine.none')} text={viewer ? t('mine.noneText') : t('mine.noneSignedOut')}>
          {!viewer && <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('mine.signIn')}</ButtonLink>}
          <ButtonLink variant={viewer ? 'filled' : 'subtle'} to={`/c/${slug}/entries`}>
            {t('mine.toEntries')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Stack as="ul">
            {viewerVotes.edges.map(({ node }) => (
              <VoteRow
                key={node.id}
                vote={node}
                competition={competition}
                hasPoints={ballotRule.method !== 'APPROVAL'}
                canUndo={isOpen && isTap && ballotRule.mayRetract && node.day === today}
                onUndone={(title) => {
                  setUndone(title);
                  void refetch();
                }}
              />
            ))}
          </Stack>
          <LoadMore
            shown={viewerVotes.edges.length}
            total={viewerVotes.totalCount}
            hasMore={viewerVotes.pageInfo.hasNextPage}
            isLoading={isFetchingMore}
            onMore={() => void more().catch(() => undefined)}
          />
          {isOpen && !isTap && (
            <ButtonLink variant="light" className={classes.toBallot} to={`/c/${slug}/ballot`}>
              {t('rule.toBallot')}
            </ButtonLink>
          )}
        </>
      )}
    </Page>
  );
}
