import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { Queue } from '../../features/judging/Queue';
import { JudgeQueueDocument, type SheetStatus } from '../../gql/JudgeQueue';
import { Chips } from '../../ui/Chips';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { TextSkeleton } from '../../ui/Skeletons';

const statuses = ['TO_DO', 'STARTED', 'SUBMITTED'] as const satisfies SheetStatus[];

/** The assignments of all seats, one list a seat, by how far their sheets are. */
export function JudgeQueue({ seats }: { seats: { id: string; name: string }[] }) {
  const { t } = useTranslation('judging');
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? null;
  const { data, error, loading, refetch, fetchMore } = useQuery(JudgeQueueDocument, {
    variables: { status },
    fetchPolicy: 'cache-and-network',
  });
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
          <Queue assignments={edges.map(({ node }) => node)} />
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
