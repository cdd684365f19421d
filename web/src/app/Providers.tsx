import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { makeClient } from '../apollo/client';
import { currentLanguage } from '../i18n/i18n';
import { ServerClock } from './ServerClock';

export function Providers({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const { i18n } = useTranslation();

  const [client] = useState(() =>
    makeClient({
      language: currentLanguage,
      onUnauthenticated() {
        const { pathname, search } = location;
        if (pathname === '/sign-in') return;
        const next = encodeURIComponent(pathname + search);
        void navigate(`/sign-in?next=${next}`, { replace: true });
      },
    }),
  );

  // Names and sentences come from the API in one language; ask again in the other.
  useEffect(() => {
    const ask = () => void client.resetStore().catch(() => undefined);
    i18n.on('languageChanged', ask);
    return () => i18n.off('languageChanged', ask);
  }, [client, i18n]);

  return (
    <ApolloProvider client={client}>
      <ServerClock>{children}</ServerClock>
    </ApolloProvider>
  );
}
