import type { ApolloClient } from '@apollo/client';
import { ViewerDocument } from '../../../gql/Viewer';

const viewerOf = (client: ApolloClient) => client.readQuery({ query: ViewerDocument })?.viewer;

/**
 * A vote that waits was meant by whoever tapped. Called before each try, this throws once somebody else is known to
 * sit here; a page that is asking anew who it is knows nobody, which is no reason.
 */
export function sameVoter(client: ApolloClient): () => void {
  const voter = viewerOf(client)?.id;
  return () => {
    const now = viewerOf(client);
    if (now !== undefined && now?.id !== voter) throw new Error('Somebody else is signed in now');
  };
}
