import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { Queue } from '../../features/judging/overview/Queue';
import type { Outbox } from '../../features/judging/sync/useOutbox';
import { JudgeQueueDocument, type SheetStatus } from '../../gql/JudgeQueue';
import { Chips } from '../../ui/Chips';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { TextSkeleton } from '../../ui/Skeletons';
import { useKeptQuery } from './useKeptQuery';

const statuses = ['TO_DO', 'STARTED', 'SUBMITTED'] as const satisfies SheetStatus[];

/** The assignments of all seats, one list a seat, by how far their sheets are. */
export function JudgeQueue({ seats, outbox }: { seats: { id: string; name: string }[]; outbox: Outbox }) {
  const { t } = useTranslation('judging');
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? null;
  const { data, error, loading, refetch, fetchMore } = useKeptQuery(JudgeQueueDocument, { status }, outbox.revision);
  return (
    <>
      <Chips
        label={t('queue.filter')}
        value={status ?? ''}
        choices={[
          { value: '', label: t('queue.all') },
          ...statuses.map((one) => ({ value: one, label: t(`status.${one}`) })),
        ]}
        onChange={(value) => setSearch(value ? { status: value } : {}, { replace: true })}
      />
      {!data &&
        (error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <TextSkeleton lines={6} />)}
      {data?.viewer?.judgeSeats.map(({ id, assignments: { edges, totalCount, pageInfo } }) => (
        <div key={id} style={{ display: 'grid', gap: '0.5rem' }}>
          {seats.length > 1 && <h3>{seats.find((seat) => seat.id === id)?.name}</h3>}
          <Queue
            // One that was marked since the list was asked for is no longer "to do".
            assignments={edges.map(({ node }) => node).filter((one) => status === null || one.status === status)}
            outbox={outbox}
          />
          <LoadMore
            shown={edges.length}
            total={totalCount}
            hasMore={pageInfo.hasNextPage}
            isLoading={loading}
            onMore={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
          />
        </div>
      ))}
    </>
  );
}
