import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import { localeOf, locales, type Locale } from '../../../core/locale.ts';
import { message } from '../../../core/messages.ts';
import { Admission } from './admission.ts';
import { placeHeader, Places } from './places.ts';
import type { PlainRequest } from './plain-request.ts';
import { answered, watch, wasAdmitted, wasGivenBack, type Gate } from './socket-gate.ts';
import { turnMeter } from './turn-meter.ts';

/** What was tried at the socket in vain, and is not to be tried the same way again. */
const tried = new WeakSet<IncomingMessage>();
export const wasTried = (request: IncomingMessage): boolean => tried.has(request);

/**
 * Stands before fastify: what cannot be served is refused before its body is read or anything is made for it. Deciding
 * and signing a place take 1.3 µs; all the rest is Node taking a request apart and writing an answer. So connections are
 * watched at the socket, ahead of Node's parser; see socket-gate.ts.
 *
 * Only GraphQL is shed. Pages and their files are few, health must tell the truth, and whoever is signing in has
 * waited once.
 */
export class LoadShedding {
  readonly #places: Places;
  readonly #longestTurn = turnMeter();
  #serve: Gate['serve'] | null = null;
  /** Requests being answered at the socket, of which the HTTP server knows nothing. */
  #serving = 0;
  #isClosing = false;

  constructor(
    secret: string,
    private readonly admission = new Admission(),
  ) {
    this.#places = new Places(secret);
  }

  before(handle: RequestListener): RequestListener {
    return (request, response) => {
      const { socket } = request;
      const isAdmitted = wasAdmitted(socket);
      if (wasGivenBack(socket)) tried.add(request);
      if (isShed(request) && !isAdmitted) {
        const refusal = this.#refusal(headerOf(request, placeHeader), () => headerOf(request, 'accept-language'));
        if (refusal) {
          response.once('close', () => answered(socket));
          refuse(response, refusal);
          return;
        }
      }
      const counts = isShed(request);
      response.once('close', () => {
        answered(socket);
        if (counts) this.admission.finished();
      });
      handle(request, response);
    };
  }

  /** For a connection that the server has just taken. */
  connected(socket: Socket): void {
    watch(socket, {
      refuse: (request) => {
        if (this.#isClosing) return null;
        const refusal = this.#refusal(request.header(placeHeader), () => request.header('accept-language'));
        return refusal && rawAnswer(refusal);
      },
      serve: (request, from, done) => this.#served(request, from, done),
      release: () => this.admission.finished(),
    });
  }

  /** From now on `serve` is asked first for what is let in. */
  serveBy(serve: Gate['serve']): void {
    this.#serve = serve;
  }

  /** Leaves everything to the HTTP server from now on; done when the last answer at a socket is written. */
  async close(): Promise<void> {
    this.#isClosing = true;
    while (this.#serving > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #served(request: PlainRequest, from: Socket, done: (bytes: string | null) => void): boolean {
    if (this.#isClosing || !this.#serve) return false;
    const isServed = this.#serve(request, from, (bytes) => {
      this.#serving -= 1;
      done(bytes);
    });
    if (isServed) this.#serving += 1;
    return isServed;
  }

  #refusal(brought: string | undefined, language: () => string | undefined): Refusal | null {
    const now = performance.now();
    const place = brought === undefined ? null : this.#places.read(brought);
    const decision = this.admission.decide(now, place, this.#longestTurn);
    if (decision.isAdmitted) return null;
    const { ahead, retryAfterSeconds } = decision;
    const beginning = beginnings[localeOf(language())];
    return {
      body: `${beginning}${retryAfterSeconds},"ahead":${ahead},"place":"${this.#places.write(decision.place)}"}}]}`,
      retryAfter: `${retryAfterSeconds}`,
    };
  }
}

interface Refusal {
  /** ASCII alone. */
  body: string;
  retryAfter: string;
}

/** As `request.headers` would tell, which Node fills with all of them when it is first asked. */
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const given = rawHeaders[i] ?? '';
    if (given.length === name.length && given.toLowerCase() === name) return rawHeaders[i + 1];
  }
  return undefined;
}

/** Any other way to write `/graphql` (`/%67raphql`) is a POST as well, so what is spared is named instead. */
const isShed = ({ method, url = '' }: IncomingMessage): boolean => method === 'POST' && !url.startsWith('/api/');

/** The head of a request is small, however long its body. */
const headersMs = 30_000;

/** As fastify would make it, with the shedding before its handler. */
export const sheddingServer =
  (shedding: LoadShedding): FastifyServerFactory =>
  (handler, options): Server => {
    const { keepAliveTimeout, requestTimeout, connectionTimeout } = options as Record<string, number | undefined>;
    const server = createServer(shedding.before(handler));
    server.on('connection', (socket: Socket) => shedding.connected(socket));
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
    server.headersTimeout = headersMs;
    server.setTimeout(connectionTimeout ?? 0);
    return server;
  };

/** ASCII alone, which is sent with the least work and has as many bytes as characters. */
const ascii = (text: string) =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const beginnings = Object.fromEntries(
  locales.map((locale) => {
    const sentence = ascii(message(locale, 'protection.overloaded'));
    return [locale, `{"errors":[{"message":${sentence},"extensions":{"code":"OVERLOADED","retryAfterSeconds":`];
  }),
) as Record<Locale, string>;

const headersOf = ({ body, retryAfter }: Refusal): string[] => [
  'content-type',
  'application/json; charset=utf-8',
  'content-length',
  `${body.length}`,
  'retry-after',
  retryAfter,
  'cache-control',
  'no-store',
  'x-content-type-options',
  'nosniff',
];

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.sendDate = false;
  response.writeHead(503, headersOf(refusal));
  response.end(refusal.body, 'latin1');
}

const rawAnswer = ({ body, retryAfter }: Refusal): string =>
  `HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n` +
  `retry-after: ${retryAfter}\r\ncache-control: no-store\r\nx-content-type-options: nosniff\r\n\r\n${body}`;
