import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../apollo/errors';
import { Podium } from '../features/standings/Podium';
import { StandingRow } from '../features/standings/StandingRow';
import { ResultsStandingsDocument } from '../gql/ResultsStandings';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Stack } from '../ui/layout/Stack';
import { LoadMore } from '../ui/LoadMore';
import { TextSkeleton } from '../ui/Skeletons';
import classes from './ResultsPage.module.css';

const pageSize = 20;

export function ResultsStandings({ slug, category }: { slug: string; category: string }) {
  const { t } = useTranslation('entries');
  const [isFetchingMore, setFetchingMore] = useState(false);
  const { data, previousData, error, refetch, fetchMore } = useQuery(ResultsStandingsDocument, {
    variables: { slug, first: pageSize, categoryKey: category || null },
  });
  const shown = (data ?? previousData)?.competition?.standings;
  if (error && !shown) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!shown) return <TextSkeleton lines={12} />;
  if (shown.totalCount === 0) {
    return <EmptyState role="status" title={t('results.none')} text={t('results.noneText')} />;
  }

  const standings = shown.edges.map(({ node }) => node);
  const more = async () => {
    setFetchingMore(true);
    try {
      await fetchMore({ variables: { after: shown.pageInfo.endCursor } });
    } finally {
      setFetchingMore(false);
    }
  };
  return (
    <Stack gap={8} className={classes.results} data-stale={!data || undefined} aria-busy={!data}>
      <Podium standings={standings.slice(0, 3)} />
      <Stack as="ol" start={4}>
        {standings.slice(3).map((standing) => (
          <StandingRow key={standing.id} standing={standing} />
        ))}
      </Stack>
      <LoadMore
        shown={shown.edges.length}
        total={shown.totalCount}
        hasMore={shown.pageInfo.hasNextPage}
        isLoading={isFetchingMore}
        onMore={() => void more().catch(() => undefined)}
      />
    </Stack>
  );
}
