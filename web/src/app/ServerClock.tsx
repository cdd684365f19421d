import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, type ReactNode } from 'react';
import { ServerTimeDocument } from '../gql/ServerTime';
import { ClockProvider } from '../ui/time/clock';

/** Asks once what time it is where deadlines are decided, and keeps the difference. */
export function ServerClock({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    const asked = Date.now();
    client
      .query({ query: ServerTimeDocument, fetchPolicy: 'no-cache' })
      .then(({ data }) => {
        const answered = Date.now();
        // The answer was written about half way between asking and hearing.
        const server = Date.parse(data?.serverTime ?? '');
        if (Number.isFinite(server)) {
          setOffset(server - (asked + answered) / 2);
        }
      })
      // Without an answer this machine's own clock has to do.
      .catch(() => undefined);
  }, [client]);
  return <ClockProvider value={offset}>{children}</ClockProvider>;
}
