import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyServerFactory } from 'fastify';
import { localeOf, locales, type Locale } from '../locale.ts';
import { message } from '../messages.ts';
import { Admission } from './admission.ts';
import { placeHeader, Places } from './places.ts';

/**
 * Stands before fastify: what cannot be served is refused before its body is read or anything is made for it, with
 * bytes that are nearly ready. Deciding and signing a place take 1.3 µs; the rest, some 15 µs, is Node taking a request
 * apart and the kernel sending an answer, which no refusal can do without.
 *
 * Only GraphQL is shed. Pages and their files are few, health must tell the truth, and whoever is signing in has
 * waited once.
 */
export function shedLoad(handle: RequestListener, secret: string, admission = new Admission()): RequestListener {
  const places = new Places(secret);
  const longestTurn = turnMeter();
  return (request, response) => {
    if (!isShed(request)) {
      handle(request, response);
      return;
    }
    const brought = request.headers[placeHeader];
    const place = brought === undefined ? null : places.read(brought);
    const decision = admission.decide(performance.now(), place, longestTurn);
    if (decision.isAdmitted) {
      response.once('close', () => admission.finished());
      handle(request, response);
    } else {
      const { place: kept, ahead, retryAfterSeconds } = decision;
      refuse(request, response, `${retryAfterSeconds}`, `"ahead":${ahead},"place":"${places.write(kept)}"`);
    }
  };
}

/** Any other way to write `/graphql` (`/%67raphql`) is a POST as well, so what is spared is named instead. */
const isShed = ({ method, url = '' }: IncomingMessage): boolean => method === 'POST' && !url.startsWith('/api/');

/** As fastify would make it, with the shedding before its handler. */
export const sheddingServer =
  (secret: string, admission?: Admission): FastifyServerFactory =>
  (handler, options): Server => {
    const { keepAliveTimeout, requestTimeout, connectionTimeout } = options as Record<string, number | undefined>;
    const server = createServer(shedLoad(handler, secret, admission));
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
    server.setTimeout(connectionTimeout ?? 0);
    return server;
  };

const resolutionMs = 10;

/** The longest turn of the event loop in milliseconds since it was asked last. */
function turnMeter(): () => number {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  return () => {
    const longest = delays.max / 1e6 - resolutionMs;
    delays.reset();
    return longest;
  };
}

const refusals = new Map(
  locales.map((locale) => {
    const sentence = JSON.stringify(message(locale, 'protection.overloaded'));
    const text = `{"errors":[{"message":${sentence},"extensions":{"code":"OVERLOADED","retryAfterSeconds":`;
    return [locale, { text, bytes: Buffer.byteLength(text) }] as const;
  }),
);

/** Headers of one browser are the same every time. */
const knownLocales = new Map<string, Locale>();

function localeFor(header: string | undefined): Locale {
  const known = knownLocales.get(header ?? '');
  if (known) return known;
  const locale = localeOf(header);
  if (knownLocales.size >= 500) knownLocales.clear();
  knownLocales.set((header ?? '').slice(0, 200), locale);
  return locale;
}

/** `rest` and the seconds are ASCII, so their length in characters is that in bytes. */
function refuse(request: IncomingMessage, response: ServerResponse, seconds: string, rest: string): void {
  const { text, bytes } = refusals.get(localeFor(request.headers['accept-language']))!;
  const tail = `${seconds},${rest}}}]}`;
  response.sendDate = false;
  response.writeHead(503, [
    'Content-Type',
    'application/json; charset=utf-8',
    'Content-Length',
    `${bytes + tail.length}`,
    'Retry-After',
    seconds,
    'Cache-Control',
    'no-store',
    'X-Content-Type-Options',
    'nosniff',
  ]);
  response.end(text + tail);
}
