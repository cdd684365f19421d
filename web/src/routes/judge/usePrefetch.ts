import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { fetchWords } from '../../i18n/i18n';
import { SheetPageDocument } from '../../gql/SheetPage';

/** Brings the next sheets onto this device, one after the other, so that the judge can go on without the network. */
export function usePrefetch(ids: readonly string[]): void {
  const client = useApolloClient();
  const key = ids.join(' ');
  useEffect(() => {
    let isOver = false;
    const fetchAll = async () => {
      // Both pages as well, whichever was opened first.
      fetchWords(['judging', 'entries']);
      await Promise.all([import('./JudgePage'), import('./SheetPage')]);
      for (const id of key.split(' ').filter(Boolean)) {
        if (isOver || !navigator.onLine) return;
        // Nobody waits for it: a server that is full may leave it.
        const context = { isDroppable: true, staysOnPage: true };
        await client.query({ query: SheetPageDocument, variables: { id }, context });
      }
    };
    // What fails is asked for again from the next page.
    const begin = () => void fetchAll().catch(() => undefined);
    begin();
    addEventListener('online', begin);
    return () => {
      isOver = true;
      removeEventListener('online', begin);
    };
  }, [client, key]);
}
