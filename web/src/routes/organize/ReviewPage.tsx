import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { BulkBar } from '../../features/review/BulkBar';
import { useQueueFilters } from '../../features/review/filters';
import { PublishBar } from '../../features/review/PublishBar';
import { QueueFilters } from '../../features/review/QueueFilters';
import { ReviewList } from '../../features/review/ReviewList';
import { useReview, type Ruling } from '../../features/review/useReview';
import { useReviewKeys } from '../../features/review/useReviewKeys';
import { ReviewPageDocument } from '../../gql/ReviewPage';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton, TextSkeleton } from '../../ui/Skeletons';
import { useSlug } from './organized';
import { ReviewDialogs, type Asking } from './ReviewDialogs';
import classes from './ReviewPage.module.css';
import { ReviewPane } from './ReviewPane';

const none: ReadonlySet<string> = new Set();

/** All entries that were handed in, and the decisions on them. */
export function ReviewPage() {
  const slug = useSlug();
  const { t } = useTranslation('review');
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const queueFilters = useQueueFilters();
  const { filters, isFiltered, asked, setFilters } = queueFilters;
  const [asking, setAsking] = useState<Asking>();
  const [picked, setPicked] = useState(none);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ReviewPageDocument, {
    variables: {
      slug,
      status: filters.status,
      mark: filters.mark,
      categoryKey: filters.category || null,
      regionCode: filters.region || null,
      search: filters.q || null,
    },
    fetchPolicy: 'cache-and-network',
  });
  const competition = (data ?? previousData)?.competition;
  const queue = data?.competition?.desk?.queue;
  const entries = queue?.edges.map(({ node }) => node) ?? [];
  // On a desk the first one lies open; on a phone the list comes first.
  const current = entries.find(({ number }) => number === asked) ?? (isWide ? entries[0] : undefined);
  const place = current ? entries.indexOf(current) : -1;
  const chosen = entries.filter(({ id, status }) => picked.has(id) && status === filters.status);

  const show = (number: number | undefined) => queueFilters.open(number, isWide);
  const review = useReview(({ id }) => {
    // Whoever waits longest comes next, first below and then above.
    const waits = (one: (typeof entries)[number]) => one.status === 'SUBMITTED' && one.id !== id;
    const next = entries.slice(place + 1).find(waits) ?? entries.find(waits);
    setAsking(undefined);
    show(next?.number);
    void refetch();
  });
  const open = (number: number | undefined) => {
    review.clear();
    show(number);
  };
  const close = () => {
    setAsking(undefined);
    review.clear();
  };
  const pick = (id: string, isPicked: boolean) =>
    setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((one) => one !== id)));
  const decideMany = async (ruling: Ruling) => {
    if (!competition || !(await review.decideMany(competition.id, chosen, ruling))) return;
    setPicked(none);
    setAsking(undefined);
    void refetch();
  };
  const extend = async (until: string) => {
    if (!current || !(await review.extend(current, until))) return;
    setAsking(undefined);
    void refetch();
  };
  const undo = async (decisionId: string) => {
    if (!current || !(await review.undo(current, decisionId))) return false;
    void refetch();
    return true;
  };
  const canDecide = current?.status === 'SUBMITTED' && !review.isBusy;
  useReviewKeys({
    a: () => canDecide && void review.decide(current, { verdict: 'ACCEPT' }),
    r: () => canDecide && setAsking('REJECT'),
    t: () => canDecide && setAsking('RETURN'),
    x: () => canDecide && pick(current.id, !picked.has(current.id)),
    j: () => entries[place + 1] && open(entries[place + 1]?.number),
    k: () => place > 0 && open(entries[place - 1]?.number),
  });

  if (!competition?.desk) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const { desk } = competition;
  const isReading = !isWide && current !== undefined;
  const canPick = filters.status === 'SUBMITTED' && entries.some(({ status }) => status === 'SUBMITTED');
  const waiting = entries.filter(({ status }) => status === filters.status);
  return (
    <Page title={t('title')} heading={isReading ? 'hidden' : 'shown'}>
      <div className={classes.top}>
        {!isReading && (
          <>
            {desk.queueFigures.held > 0 && (
              <PublishBar
                competitionId={competition.id}
                waiting={desk.queueFigures.held}
                onPublished={(news) => {
                  review.announce(news);
                  void refetch();
                }}
              />
            )}
            <QueueFilters
              filters={filters}
              queue={desk}
              onChange={(changed) => {
                setPicked(none);
                review.clear();
                setFilters(changed);
              }}
            />
          </>
        )}
        <div role="status">
          {review.news && (
            <Notice tone={review.leftovers.length > 0 ? 'trouble' : 'good'}>
              <p>{review.news}</p>
              {review.leftovers.length > 0 && (
                <>
                  <p>{t('bulk.notDone', { count: review.leftovers.length })}</p>
                  <ul>
                    {review.leftovers.map(({ number, problem }) => (
                      <li key={number}>{t('bulk.problem', { number, problem })}</li>
                    ))}
                  </ul>
                </>
              )}
            </Notice>
          )}
        </div>
      </div>
      {!queue ? (
        error ? (
          <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />
        ) : (
          <TextSkeleton lines={8} />
        )
      ) : entries.length === 0 ? (
        isFiltered ? (
          <EmptyState title={t('none')} text={t('noneText')}>
            <Button variant="default" onClick={queueFilters.clear}>
              {t('showAll')}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState
            title={filters.status === 'SUBMITTED' ? t('allDone') : t('none')}
            text={filters.status === 'SUBMITTED' ? t('allDoneText') : undefined}
          />
        )
      ) : (
        <div className={classes.columns}>
          {!isReading && (
            <div className={classes.list}>
              {isWide && filters.status === 'SUBMITTED' && <p className={classes.keys}>{t('keys')}</p>}
              {canPick && (
                <Button
                  variant="subtle"
                  className={classes.back}
                  onClick={() => setPicked(new Set(waiting.map(({ id }) => id)))}
                >
                  {t('bulk.all', { count: waiting.length })}
                </Button>
              )}
              <ReviewList
                entries={entries}
                status={filters.status}
                selected={current?.number}
                onSelect={open}
                picked={canPick ? picked : undefined}
                onPick={pick}
              />
              <LoadMore
                shown={entries.length}
                total={queue.totalCount ?? entries.length}
                hasMore={queue.pageInfo.hasNextPage}
                isLoading={loading}
                onMore={() => void fetchMore({ variables: { after: queue.pageInfo.endCursor } })}
              />
            </div>
          )}
          {current && (
            <ReviewPane
              key={current.id}
              slug={slug}
              number={current.number}
              isBusy={review.isBusy}
              isPicking={chosen.length > 0}
              problem={asking ? undefined : review.problem}
              onBack={isWide ? undefined : () => open(undefined)}
              onAccept={() => void review.decide(current, { verdict: 'ACCEPT' })}
              onAsk={setAsking}
              onUndo={undo}
            />
          )}
        </div>
      )}
      {chosen.length > 0 && !isReading && (
        <BulkBar count={chosen.length} onAsk={(many) => setAsking({ many })} onClear={() => setPicked(none)} />
      )}
      <ReviewDialogs
        slug={slug}
        timeZone={competition.timeZone}
        asking={asking}
        current={current}
        picked={chosen}
        review={review}
        onDecideMany={(ruling) => void decideMany(ruling)}
        onExtend={(until) => void extend(until)}
        onClose={close}
      />
    </Page>
  );
}
