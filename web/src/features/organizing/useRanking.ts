import { useApolloClient } from '@apollo/client/react';
import { rowsOf } from '../../forms/useLivePages';
import { RankingDocument, type RankingQuery, type StageKind } from '../../gql/Ranking';
import type { RankingRow } from './ranking';
import { useRankedPages, type RankedPages } from './useRankedPages';
import type { ScoreSignal } from './useScoreSignal';

type RankedStage = NonNullable<NonNullable<RankingQuery['competition']>['ranking']>['stage'];
export type LiveRanking = RankedPages<RankingRow, RankedStage>;

const pageSize = 50;

/** The ranking of a judging stage (null: the last that has opened) as it stands now. */
export function useRanking(
  slug: string,
  stage: StageKind | null,
  categoryKey: string | null,
  signal: ScoreSignal,
): LiveRanking {
  const client = useApolloClient();
  return useRankedPages(`${slug}/${stage}/${categoryKey}`, signal, async (after) => {
    const { data } = await client.query({
      query: RankingDocument,
      variables: { slug, stage, categoryKey, first: pageSize, after },
      fetchPolicy: 'no-cache',
      context: { staysOnPage: true },
    });
    const ranking = data?.competition?.ranking;
    return rowsOf(ranking, ranking?.stage ?? null);
  });
}
