import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { VoteCasesDocument, type CaseState, type VoteCasesQuery } from '../../gql/VoteCases';

export type Case = NonNullable<
  NonNullable<VoteCasesQuery['competition']>['voteDesk']
>['cases']['edges'][number]['node'];

const pageSize = 10;
const every = 5000;

export interface LiveCases {
  cases: readonly Case[] | undefined;
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  error: unknown;
  more: () => void;
  refresh: () => void;
}

interface Loaded {
  state: CaseState | null;
  pages: number;
  cases: readonly Case[];
  total: number;
  hasMore: boolean;
}

/** Of each case's appeals as many come with it; the rest, for whoever asks. */
export const fewAppeals = 3;
export const manyAppeals = 50;

/**
 * The cases in one state, read again every five seconds while somebody looks: others decide at the same time. All
 * loaded pages are read in one go, since a case that is settled elsewhere moves those behind it.
 */
export function useCases(slug: string, state: CaseState | null, appeals: number): LiveCases {
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
      readPages(client, { slug, state, appeals }, pages).then(
        (answer) => {
          // A slower answer to an older question must not replace a newer one.
          if (mine !== turn) return;
          setError(undefined);
          setLoaded({ ...answer, state, pages });
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
      turn += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, slug, state, appeals, pages, asked]);

  const current = loaded?.state === state ? loaded : undefined;
  return {
    cases: current?.cases,
    total: current?.total ?? 0,
    hasMore: current?.hasMore ?? false,
    isLoading: error === undefined && current?.pages !== pages,
    error,
    more: () => setPages((now) => now + 1),
    refresh: () => setAsked((now) => now + 1),
  };
}

async function readPages(
  client: ApolloClient,
  filter: { slug: string; state: CaseState | null; appeals: number },
  pages: number,
): Promise<Pick<Loaded, 'cases' | 'total' | 'hasMore'>> {
  const cases: Case[] = [];
  let total = 0;
  let hasMore = true;
  let after: string | null = null;
  for (let page = 0; page < pages && hasMore; page++) {
    const answer: ApolloClient.QueryResult<VoteCasesQuery> = await client.query({
      query: VoteCasesDocument,
      variables: { ...filter, first: pageSize, after },
      fetchPolicy: 'no-cache',
      context: { staysOnPage: true },
    });
    const found = answer.data?.competition?.voteDesk?.cases;
    cases.push(...(found?.edges.map(({ node }) => node) ?? []));
    total = found?.totalCount ?? 0;
    hasMore = found?.pageInfo.hasNextPage ?? false;
    after = found?.pageInfo.endCursor ?? null;
  }
  return { cases, total, hasMore };
}
