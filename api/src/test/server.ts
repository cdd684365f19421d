import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { pino } from 'pino';
import { systemClock } from '../core/clock.ts';
import { newId } from '../core/graphql/node.ts';
import { DevMailbox } from '../platform/mail/index.ts';
import { mailboxSms } from '../platform/mail/index.ts';
import { makeAuth, type Auth, type AuthDeps } from '../platform/identity/sign-in/auth.ts';
import { KeepLocale } from '../platform/identity/index.ts';
import { diskResults, type ResultStore } from '../platform/jobs/index.ts';
import { ScoreFeed } from '../scoring/rankings/index.ts';
import { BallotBox, ExposureCounter } from '../scoring/voting/index.ts';
import { LocalStorage } from '../platform/storage/index.ts';
import { makeServer } from '../server/server.ts';
import { freshDatabase } from './database.ts';
import { secret, type World } from './world.ts';

export interface TestServer {
  app: FastifyInstance;
  url: string;
  publicUrl: string;
  auth: Auth;
  pool: Pool;
  mailbox: DevMailbox;
  results: ResultStore;
  keepLocale: KeepLocale;
  /** POST of a JSON; the cookies a browser would send along are the caller's business. */
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  /** The API's viewer for a cookie. */
  viewer(cookie: string): Promise<Record<'id' | 'email' | 'phone' | 'name', string | null> | null>;
  close(): Promise<void>;
}

/** The whole server on a port of its own, with a database of its own or that of a world. */
export async function makeTestServer(options: Partial<AuthDeps> = {}, world?: World): Promise<TestServer> {
  const database = world
    ? { orm: world.orm, url: world.databaseUrl, storage: world.storage, close: async () => undefined }
    : { ...(await freshDatabase()), storage: new LocalStorage(join(tmpdir(), `laurel-files-${newId()}`), secret) };
  const pool = new Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const mailbox = new DevMailbox();
  const deps = { secret, publicUrl: 'http://127.0.0.1:4000', mailer: mailbox, clock: options.clock ?? systemClock };
  const auth = makeAuth({ ...deps, pool, sms: mailboxSms(mailbox), isRateLimited: false, ...options });
  const publicUrl = options.publicUrl ?? deps.publicUrl;
  const { orm } = database;
  const logger = pino({ level: 'silent' });
  const ballotBox = new BallotBox({ databaseUrl: database.url, clock: deps.clock, logger, em: () => orm.em.fork() });
  const exposures = new ExposureCounter(() => orm.em.fork(), logger);
  const folder = mkdtempSync(join(tmpdir(), 'laurel-results-'));
  const results = diskResults(folder);
  const keepLocale = new KeepLocale(pool, () => undefined);
  const app = await makeServer({
    ...deps,
    results,
    keepLocale,
    publicUrl,
    orm,
    storage: database.storage,
    ballotBox,
    exposures,
    scoreFeed: new ScoreFeed(database.url, logger),
    auth,
    logger,
    trustedProxies: ['127.0.0.1'],
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'accept-language': 'en', origin: url, ...headers },
    });
  return {
    app,
    url,
    publicUrl,
    auth,
    pool,
    mailbox,
    results,
    keepLocale,
    post,
    async viewer(cookie) {
      const response = await post('/graphql', { query: '{ viewer { id email phone name } }' }, { cookie });
      return ((await response.json()) as { data: { viewer: never } }).data.viewer;
    },
    async close() {
      const closing = app.close();
      // A body that a test broke off may leave its connection open for ever.
      app.server.closeAllConnections();
      await closing;
      await ballotBox.close();
      await exposures.close();
      await keepLocale.write();
      await pool.end();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The cookies of an answer, as the next request would send them. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** A session of a person, as a cookie signed the way better-auth signs it. */
export async function cookieFor({ pool }: TestServer, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await pool.query(
    `insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
     values ($1, $2, $3, now() + interval '1 day', now(), now())`,
    [crypto.randomUUID(), userId, token],
  );
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `laurel.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
