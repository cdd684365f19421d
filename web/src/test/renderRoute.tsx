import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { Suspense, type ReactElement } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { makeCache } from '../apollo/cache';
import { preloadNamespaces, startI18n, type Namespace } from '../i18n/i18n';
import type { LanguageTag } from '../i18n/language';
import { cssVariablesResolver, theme } from '../ui/style/theme';

interface Options {
  /** The route's path and where the visitor is. */
  path?: string;
  at?: string;
  mocks?: readonly MockLink.MockedResponse[];
  language?: LanguageTag;
  words: readonly Namespace[];
}

/** Draws a page or a part of one as the app does, with its operations answered by mocks. */
export async function renderRoute(element: ReactElement, options: Options) {
  const { path = '*', at = '/', mocks = [], language = 'en', words } = options;
  localStorage.setItem('laurel.language', language);
  await startI18n();
  await preloadNamespaces(words);
  return render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      <MockedProvider mocks={mocks} cache={makeCache()} mockLinkDefaultOptions={{ delay: 0 }}>
        <MemoryRouter initialEntries={[at]}>
          <Suspense>
            <Routes>
              <Route path={path} element={element} />
              <Route path="*" element={null} />
            </Routes>
            <Address />
          </Suspense>
        </MemoryRouter>
      </MockedProvider>
    </MantineProvider>,
  );
}

/** Lets a test read where the visitor has got to. */
function Address() {
  const { pathname, search } = useLocation();
  return <div aria-label="address">{pathname + search}</div>;
}
