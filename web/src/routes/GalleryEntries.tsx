import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../apollo/errors';
import { EntryCard, type EntryFacts } from '../features/entries/EntryCard';
import { EntryGrid, EntryGridSkeleton } from '../features/entries/EntryGrid';
import { shuffleSeed } from '../features/entries/shuffle-seed';
import type { GalleryFilterValues } from '../features/entries/useGalleryFilters';
import { GalleryEntriesDocument } from '../gql/GalleryEntries';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Stack } from '../ui/layout/Stack';
import { LoadMore } from '../ui/LoadMore';
import classes from './GalleryPage.module.css';

const pageSize = 24;

interface Props {
  slug: string;
  filters: GalleryFilterValues;
  onClear: () => void;
  /** Something to do about each entry, on its card; must stay the same function. */
  actionOf?: (entry: EntryFacts) => ReactNode;
  /** The competition in which it is noted who was shown what; none while nobody votes. */
  exposuresOf?: string | null;
}

export function GalleryEntries({ slug, filters, onClear, actionOf, exposuresOf = null }: Props) {
  const { t } = useTranslation('entries');
  const [isFetchingMore, setFetchingMore] = useState(false);
  const list = useExposures(exposuresOf);
  const { data, previousData, error, refetch, fetchMore } = useQuery(GalleryEntriesDocument, {
    variables: {
      slug,
      first: pageSize,
      categoryKey: filters.category || null,
      regionCode: filters.region || null,
      search: filters.q || null,
      shuffleSeed: shuffleSeed(),
    },
  });
  // While a new filter is being answered, the old cards stay where they are.
  const shown = (data ?? previousData)?.competition?.entries;
  if (error && !shown) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!shown) return <EntryGridSkeleton />;

  const isFiltered = Boolean(filters.q || filters.category || filters.region);
  if (shown.totalCount === 0) {
    return isFiltered ? (
      <EmptyState role="status" title={t('gallery.noMatch')} text={t('gallery.noMatchText')}>
        <Button onClick={onClear}>{t('gallery.showAll')}</Button>
      </EmptyState>
    ) : (
      <EmptyState title={t('gallery.none')} text={t('gallery.noneText')}>
        <ButtonLink to={`/c/${slug}`}>{t('gallery.toCompetition')}</ButtonLink>
      </EmptyState>
    );
  }
  const more = async () => {
    setFetchingMore(true);
    try {
      await fetchMore({ variables: { after: shown.pageInfo.endCursor } });
    } finally {
      setFetchingMore(false);
    }
  };
  return (
    <Stack gap={4} ref={list}>
      <p className={classes.count}>
        <b role="status">{t('gallery.count', { count: shown.totalCount })}</b> <span>{t('gallery.order')}</span>
      </p>
      <EntryGrid isStale={!data}>
        {shown.edges.map(({ node }) => (
          <li key={node.id} data-entry-id={node.id}>
            <EntryCard entry={node} actionOf={actionOf} />
          </li>
        ))}
      </EntryGrid>
      <LoadMore
        shown={shown.edges.length}
        total={shown.totalCount}
        hasMore={shown.pageInfo.hasNextPage}
        isLoading={isFetchingMore}
        onMore={() => void more().catch(() => undefined)}
      />
      {error && <p role="alert">{t('gallery.moreFailed')}</p>}
    </Stack>
  );
}

/** Loaded after the cards: what it notes must not make anybody wait. */
function useExposures(competitionId: string | null) {
  const client = useApolloClient();
  const [list, setList] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!list || !competitionId) return undefined;
    let stop: (() => void) | undefined;
    let isGone = false;
    const start = async () => {
      const { watchExposures } = await import('../features/entries/watch-exposures');
      if (!isGone) stop = watchExposures(client, competitionId, list);
    };
    // Without it only the count of times shown is missing, and nobody's reading.
    start().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [client, competitionId, list]);
  return setList;
}
