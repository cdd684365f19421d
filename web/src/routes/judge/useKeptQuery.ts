import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';

/**
 * What this device has is there at once and stays whatever happens; what the server says replaces it as soon as it
 * comes. Without the network a page that was open or fetched before is read like any other. An answer that was on its
 * way while `revision` rose may be older than what it replaced, and is asked for again.
 */
export function useKeptQuery<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
  revision: () => number,
) {
  const client = useApolloClient();
  const answer = useQuery<Data, Variables>(query, {
    variables,
    fetchPolicy: 'cache-first',
  } as useQuery.Options<Data, Variables>);
  const key = JSON.stringify(variables);
  useEffect(() => {
    const options = { query, variables, fetchPolicy: 'network-only' } as const;
    const renew = () => {
      if (!navigator.onLine) return;
      const before = revision();
      client.query<unknown>(options).then(
        () => revision() !== before && renew(),
        () => undefined,
      );
    };
    // What is not here yet has just been asked for.
    if (client.readQuery({ query, variables }) !== null) renew();
    addEventListener('online', renew);
    return () => removeEventListener('online', renew);
    // The same variables come as another object each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, query, key, revision]);
  return answer;
}
