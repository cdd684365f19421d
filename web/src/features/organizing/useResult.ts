import { useApolloClient } from '@apollo/client/react';
import { ResultDocument, type ResultQuery } from '../../gql/Result';
import { useLivePages, type LivePages } from './useLivePages';
import type { ScoreSignal } from './useScoreSignal';

export type ResultRow = NonNullable<NonNullable<ResultQuery['competition']>['result']>['edges'][number]['node'];

const pageSize = 50;

/** The result as it would be published now. */
export function useResult(
  slug: string,
  categoryKey: string | null,
  signal: ScoreSignal,
): LivePages<ResultRow, undefined> {
  const client = useApolloClient();
  return useLivePages(`${slug}/${categoryKey}`, signal, async (after) => {
    const { data } = await client.query({
      query: ResultDocument,
      variables: { slug, categoryKey, first: pageSize, after },
      fetchPolicy: 'no-cache',
      context: { staysOnPage: true },
    });
    const result = data?.competition?.result;
    return {
      rows: result?.edges.map(({ node }) => node) ?? [],
      total: result?.totalCount ?? 0,
      next: result?.pageInfo.hasNextPage ? result.pageInfo.endCursor : null,
      about: undefined,
    };
  });
}
