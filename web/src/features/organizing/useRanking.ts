import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { RankingDocument, type RankingQuery } from '../../gql/Ranking';
import { markChanges, type Changes, type RankingRow } from './ranking';

const pageSize = 50;
const every = 5000;

export interface LiveRanking {
  rows: readonly RankingRow[] | undefined;
  changes: Changes;
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  error: unknown;
  /** When the rows were read, by this device's clock. */
  readAt: number | undefined;
  more: () => void;
  refresh: () => void;
}

interface Loaded {
  categoryKey: string | null;
  rows: readonly RankingRow[];
  changes: Changes;
  pages: number;
  total: number;
  hasMore: boolean;
  readAt: number;
}

/**
 * The ranking as it stands now, read again every five seconds while somebody looks. All loaded
 * pages are read in one go from the first on: cursors of a list that moves do not last.
 */
export function useRanking(slug: string, categoryKey: string | null): LiveRanking {
  const client = useApolloClient();
  const [loaded, setLoaded] = useState<Loaded>();
  const [pages, setPages] = useState(1);
  const [asked, setAsked] = useState(0);
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let turn = 0;
    const read = () => {
      turn += 1;
      const mine = turn;
      readPages(client, { slug, categoryKey }, pages).then(
        (answer) => {
          // A slower answer to an older question must not replace a newer one.
          if (mine !== turn) return;
          const readAt = Date.now();
          setError(undefined);
          setLoaded((before) => ({
            ...answer,
            categoryKey,
            pages,
            readAt,
            changes:
              before?.categoryKey === categoryKey
                ? markChanges(before.rows, answer.rows, before.changes, readAt)
                : new Map(),
          }));
        },
        (problem: unknown) => {
          if (mine === turn) setError(problem);
        },
      );
    };
    const look = () => {
      if (!document.hidden) read();
    };
    read();
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      // What is still on its way answers a question that nobody asks any more.
      turn += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, slug, categoryKey, pages, asked]);

  const current = loaded?.categoryKey === categoryKey ? loaded : undefined;
  return {
    rows: current?.rows,
    changes: current?.changes ?? new Map(),
    total: current?.total ?? 0,
    hasMore: current?.hasMore ?? false,
    isLoading: error === undefined && current?.pages !== pages,
    error,
    readAt: current?.readAt,
    more: () => setPages((now) => now + 1),
    refresh: () => setAsked((now) => now + 1),
  };
}

async function readPages(
  client: ApolloClient,
  filter: { slug: string; categoryKey: string | null },
  pages: number,
): Promise<Pick<Loaded, 'rows' | 'total' | 'hasMore'>> {
  const rows: RankingRow[] = [];
  let total = 0;
  let hasMore = true;
  let after: string | null = null;
  for (let page = 0; page < pages && hasMore; page++) {
    const answer: ApolloClient.QueryResult<RankingQuery> = await client.query({
      query: RankingDocument,
      variables: { ...filter, first: pageSize, after },
      fetchPolicy: 'no-cache',
      context: { staysOnPage: true },
    });
    const ranking = answer.data?.competition?.ranking;
    rows.push(...(ranking?.edges.map(({ node }) => node) ?? []));
    total = ranking?.totalCount ?? 0;
    hasMore = ranking?.pageInfo.hasNextPage ?? false;
    after = ranking?.pageInfo.endCursor ?? null;
  }
  return { rows, total, hasMore };
}
