import { LoadMore } from '../ui/LoadMore';

interface Props {
  list: {
    edges: readonly unknown[];
    totalCount?: number | null;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  answer: {
    isLoading: boolean;
    fetchMore: (options: { variables: { after: string | null } }) => Promise<unknown>;
  };
}

/** How much of a connection is on the page, and a button for its next page; the cache joins them. */
export function MorePages({ list: { edges, totalCount, pageInfo }, answer }: Props) {
  return (
    <LoadMore
      shown={edges.length}
      total={totalCount ?? edges.length}
      hasMore={pageInfo.hasNextPage}
      isLoading={answer.isLoading}
      onMore={() => void answer.fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => undefined)}
    />
  );
}
