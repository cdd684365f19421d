import { ApolloClient, ApolloLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { makeCache } from './cache';
import { codeOf } from './errors';
import { waitingLine } from './waiting-line';

interface ClientOptions {
  /** The reader's language now; the API answers names and sentences in it. */
  language: () => string;
  /** Called when an operation needs somebody to be signed in. */
  onUnauthenticated: () => void;
}

export function makeClient({ language, onUnauthenticated }: ClientOptions) {
  const http = new HttpLink({
    uri: '/graphql',
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Accept-Language', language());
      return fetch(input, { ...init, headers });
    },
  });
  const errors = new ErrorLink(({ error, operation }) => {
    // Whoever is writing is not torn from the page; the page itself then says what to do.
    if (operation.getContext()['staysOnPage']) return;
    if (codeOf(error) === 'UNAUTHENTICATED') onUnauthenticated();
  });
  return new ApolloClient({
    cache: makeCache(),
    link: ApolloLink.from([errors, waitingLine, http]),
    dataMasking: true,
  });
}
