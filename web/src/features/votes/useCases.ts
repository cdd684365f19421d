import { useApolloClient } from '@apollo/client/react';
import { rowsOf, useLivePages, whileVisible, type LivePages } from '../../forms/useLivePages';
import { VoteCasesDocument, type CaseState, type VoteCasesQuery } from '../../gql/VoteCases';

export type Case = NonNullable<
  NonNullable<VoteCasesQuery['competition']>['voteDesk']
>['cases']['edges'][number]['node'];

const pageSize = 10;
/** Others decide at the same time. */
const often = whileVisible(5000);

export type LiveCases = LivePages<Case>;

/** A case comes with its first appeals; the rest are loaded on demand. */
export const fewAppeals = 3;
export const manyAppeals = 50;

/** The cases in one state as they stand now: one that is settled elsewhere moves those behind it. */
export function useCases(slug: string, state: CaseState | null, appeals: number): LiveCases {
  const client = useApolloClient();
  return useLivePages(`${slug}/${state}`, often, async (after) => {
    const { data } = await client.query({
      query: VoteCasesDocument,
      variables: { slug, state, appeals, first: pageSize, after },
      fetchPolicy: 'no-cache',
      context: { staysOnPage: true },
    });
    return rowsOf(data?.competition?.voteDesk?.cases, undefined);
  });
}
