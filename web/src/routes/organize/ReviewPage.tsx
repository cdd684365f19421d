import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { RejectDialog } from '../../features/organizing/RejectDialog';
import { ReturnDialog } from '../../features/organizing/ReturnDialog';
import { ReviewList } from '../../features/organizing/ReviewList';
import { useReview } from '../../features/organizing/useReview';
import { useReviewKeys } from '../../features/organizing/useReviewKeys';
import { ReviewPageDocument, type EntryStatus } from '../../gql/ReviewPage';
import { Chips } from '../../ui/Chips';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { OrganizersOnly } from './OrganizersOnly';
import { ReviewPane } from './ReviewPane';
import classes from './ReviewPage.module.css';

const statuses = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const satisfies EntryStatus[];

export function ReviewPage() {
  return <OrganizersOnly>{(slug) => <ReviewQueue slug={slug} />}</OrganizersOnly>;
}

function ReviewQueue({ slug }: { slug: string }) {
  const { t } = useTranslation('organizing');
  const [search, setSearch] = useSearchParams();
  const isDesk = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const [asking, setAsking] = useState<'REJECT' | 'RETURN'>();
  const status = statuses.find((one) => one === search.get('status')) ?? 'SUBMITTED';
  const { data, error, loading, refetch, fetchMore } = useQuery(ReviewPageDocument, {
    variables: { slug, status },
    fetchPolicy: 'cache-and-network',
  });
  const queue = data?.competition?.desk?.queue;
  const entries = queue?.edges.map(({ node }) => node) ?? [];
  const asked = Number(search.get('entry'));
  // On a desk the first one lies open; on a phone the list comes first.
  const current = entries.find(({ number }) => number === asked) ?? (isDesk ? entries[0] : undefined);
  const place = current ? entries.indexOf(current) : -1;

  const show = (number: number | undefined) => {
    const filter: Record<string, string> = status === 'SUBMITTED' ? {} : { status };
    setSearch(number === undefined ? filter : { ...filter, entry: String(number) }, { replace: isDesk });
  };
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
  const canDecide = current?.status === 'SUBMITTED' && !review.isBusy;
  useReviewKeys({
    a: () => canDecide && void review.decide(current, { verdict: 'ACCEPT' }),
    r: () => canDecide && setAsking('REJECT'),
    t: () => canDecide && setAsking('RETURN'),
    j: () => entries[place + 1] && open(entries[place + 1]?.number),
    k: () => place > 0 && open(entries[place - 1]?.number),
  });

  if (!data) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const isReading = !isDesk && current !== undefined;
  return (
    <Page
      title={t('review.title')}
      heading={isReading ? 'hidden' : 'shown'}
      eyebrow={
        <>
          <Link to={`/organize/${slug}`}>{data.competition?.name}</Link>{' '}
          {data.competition?.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </>
      }
    >
      <div className={classes.top}>
        {!isReading && (
          <Chips
            label={t('review.filter')}
            value={status}
            choices={statuses.map((one) => ({
              value: one,
              label:
                one === 'SUBMITTED'
                  ? t('review.waiting', { count: data.competition?.desk?.entriesToReview ?? 0 })
                  : t(`status.${one}`),
            }))}
            onChange={(value) => setSearch(value === 'SUBMITTED' ? {} : { status: value }, { replace: true })}
          />
        )}
        <div role="status">{review.news && <Notice tone="good">{review.news}</Notice>}</div>
      </div>
      {entries.length === 0 ? (
        <EmptyState
          title={status === 'SUBMITTED' ? t('review.allDone') : t('review.none')}
          text={status === 'SUBMITTED' ? t('review.allDoneText') : undefined}
        />
      ) : (
        <div className={classes.columns}>
          {!isReading && (
            <div className={classes.list}>
              {isDesk && status === 'SUBMITTED' && <p className={classes.keys}>{t('review.keys')}</p>}
              <ReviewList entries={entries} status={status} selected={current?.number} onSelect={open} />
              <LoadMore
                shown={entries.length}
                total={queue?.totalCount ?? entries.length}
                hasMore={queue?.pageInfo.hasNextPage ?? false}
                isLoading={loading}
                onMore={() => void fetchMore({ variables: { after: queue?.pageInfo.endCursor } })}
              />
            </div>
          )}
          {current && (
            <ReviewPane
              key={current.id}
              slug={slug}
              number={current.number}
              isBusy={review.isBusy}
              problem={asking ? undefined : review.problem}
              onBack={isDesk ? undefined : () => open(undefined)}
              onAccept={() => void review.decide(current, { verdict: 'ACCEPT' })}
              onReject={() => setAsking('REJECT')}
              onReturn={() => setAsking('RETURN')}
            />
          )}
        </div>
      )}
      {asking === 'REJECT' && current && (
        <RejectDialog
          entry={current}
          isBusy={review.isBusy}
          problem={review.problem}
          onReject={(reason) => void review.decide(current, { verdict: 'REJECT', reason })}
          onClose={() => {
            setAsking(undefined);
            review.clear();
          }}
        />
      )}
      {asking === 'RETURN' && current && (
        <ReturnDialog
          slug={slug}
          entry={current}
          isBusy={review.isBusy}
          problem={review.problem}
          onReturn={(ruling) => void review.decide(current, ruling)}
          onClose={() => {
            setAsking(undefined);
            review.clear();
          }}
        />
      )}
    </Page>
  );
}
