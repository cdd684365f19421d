import { useApolloClient } from '@apollo/client/react';
import { rowsOf } from '../../forms/useLivePages';
import { ResultDocument, type ResultQuery } from '../../gql/Result';
import { useRankedPages, type RankedPages } from './useRankedPages';
import type { ScoreSignal } from './useScoreSignal';

export type ResultRow = NonNullable<NonNullable<ResultQuery['competition']>['result']>['edges'][number]['node'];

const pageSize = 50;

/** The result as it would be published now. */
export function useResult(slug: string, categoryKey: string | null, signal: ScoreSignal): RankedPages<ResultRow> {
  const client = useApolloClient();
  return useRankedPages(`${slug}/${categoryKey}`, signal, async (after) => {
    const { data } = await client.query({
      query: ResultDocument,
      variables: { slug, categoryKey, first: pageSize, after },
      fetchPolicy: 'no-cache',
      context: { staysOnPage: true },
    });
    return rowsOf(data?.competition?.result, undefined);
  });
}
