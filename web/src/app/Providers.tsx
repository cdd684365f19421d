import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { makeClient } from '../apollo/client';
import { currentLanguage } from '../i18n/i18n';
import { cssVariablesResolver, theme } from '../ui/theme';
import { ServerClock } from './ServerClock';

export function Providers({ children }: { children: ReactNode }) {
  const location = useLocation();
  const navigate = useNavigate();
  const { i18n } = useTranslation();

  // The link below is made once and outlives every page, so it reads "here" late.
  const here = useRef(location);
  here.current = location;
  const [client] = useState(() =>
    makeClient({
      language: currentLanguage,
      onUnauthenticated() {
        const { pathname, search } = here.current;
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
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ApolloProvider client={client}>
        <ServerClock>{children}</ServerClock>
      </ApolloProvider>
    </MantineProvider>
  );
}
