import type { ApolloClient } from '@apollo/client';
import { MoreNominationsDocument } from '../../gql/MoreNominations';
import type { Listed } from './types';

/** The rest of a long list, in its order. */
export async function allNominations(client: ApolloClient, id: string, cursor: string | null): Promise<Listed[]> {
  const { data } = await client.query({
    query: MoreNominationsDocument,
    variables: { id, after: cursor },
    fetchPolicy: 'network-only',
  });
  const page = data?.sendingUnit?.nominations;
  if (!page) return [];
  const listed = page.edges.map(({ node }) => node);
  return page.pageInfo.hasNextPage
    ? [...listed, ...(await allNominations(client, id, page.pageInfo.endCursor))]
    : listed;
}
