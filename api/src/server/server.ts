import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import compress from '@fastify/compress';
import serveStatic from '@fastify/static';
import type { MikroORM } from '@mikro-orm/postgresql';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { registerGraphql } from './graphql-route.ts';
import { knownHosts } from './known-hosts.ts';
import { DevMailbox, devMailPage } from '../platform/mail/index.ts';
import { registerAuthRoutes } from '../platform/identity/sign-in/auth-routes.ts';
import { registerDeviceRoute } from '../platform/identity/sessions/device.ts';
import { registerJobFiles } from '../platform/jobs/index.ts';
import { registerScoreEvents, registerScoresExport } from '../scoring/rankings/index.ts';
import { registerImportRoute } from '../competition/transfers/index.ts';
import { registerUploadRoute, uploadTimes } from '../work/uploads/index.ts';
import { registerFileRoute, registerReceipts } from '../competition/entries/index.ts';
import { trustOf } from '../platform/protection/index.ts';
import { makeProtection } from '../platform/protection/index.ts';
import { keepRemovingChallenges } from '../platform/protection/index.ts';
import { securityHeaders } from './security-headers.ts';
import type { ServerDeps } from './server-deps.ts';

const refusal = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** A body in any other charset would be read as UTF-8 and mean something else. */
function isForeignCharset(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType === 'application/json') return false;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
}

/** One process, one port: API, sign-in, pages. The same function serves the tests. */
export async function makeServer(deps: ServerDeps): Promise<FastifyInstance> {
  // Named so that fastify's own type of a logger is used, not pino's wider one.
  const logger: FastifyBaseLogger = deps.logger;
  const protection = makeProtection(deps);
  const trust = trustOf(deps.trustedProxies);
  const app = Fastify({
    serverFactory: protection.serverFactory,
    loggerInstance: logger,
    bodyLimit: 256 * 1024,
    trustProxy: trust ?? false,
    forceCloseConnections: 'idle',
    // Of the slowest body there is, an upload's; for all others see below.
    requestTimeout: uploadTimes.totalMs + bodyMs,
    genReqId: () => crypto.randomUUID(),
  });
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    await protection.close();
  });
  app.setErrorHandler(async (error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    await reply.status(status).send({
      errors: [
        {
          message: status >= 500 ? 'Something went wrong on our side.' : 'The request cannot be read.',
          extensions: { code },
        },
      ],
    });
  });
  const { forPages, forData } = securityHeaders(deps.publicUrl, deps.storage.origin);
  const hosts = knownHosts(deps.publicUrl);
  const { isOurHost, isOurOrigin } = hosts;
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.method === 'POST' ? forData : forPages);
    if (request.url === '/healthz' || request.url === '/readyz') return done();
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isOurHost(request.headers.host)) {
      void reply.status(421).send(refusal('BAD_REQUEST', 'This server is not known by that name; see PUBLIC_URL.'));
    } else if (!isRead && !isOurOrigin(request.headers.origin)) {
      void reply.status(403).send(refusal('FORBIDDEN', 'Changes are taken from our own pages only.'));
    } else if (isForeignCharset(request.headers['content-type'])) {
      void reply.status(415).send(refusal('BAD_REQUEST', 'Send UTF-8.'));
    } else {
      if (!isRead && !request.url.startsWith('/api/uploads/')) hurry(request.raw);
      done();
    }
  });
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  registerHealth(app, deps.orm, () => isClosing);
  registerAuthRoutes(app, deps.auth);
  registerDeviceRoute(app, { ...deps, deviceOf: deps.auth.deviceOf }, protection.devicePrice);
  protection.registerRoutes(app);
  registerScoreEvents(app, deps);
  registerScoresExport(app, deps);
  registerReceipts(app, deps);
  registerJobFiles(app, deps);
  registerUploadRoute(app, deps);
  registerFileRoute(app, deps);
  registerImportRoute(app, deps);
  const stopRemoving = keepRemovingChallenges(() => deps.orm.em.fork(), deps.clock, deps.logger);
  app.addHook('onClose', async () => stopRemoving());
  if (deps.mailer instanceof DevMailbox) registerDevMail(app, deps.mailer);
  const door = { hosts, trust, headers: forData, serveBy: protection.serveBy };
  await registerGraphql(app, deps, protection.voteGuard, door);
  await registerPages(app, deps.webFolder);
  return app;
}

/** A body comes in this time or not at all. */
const bodyMs = 30_000;

function hurry(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), bodyMs);
  request.once('close', () => clearTimeout(timer));
}

function registerHealth(app: FastifyInstance, orm: MikroORM, isClosing: () => boolean): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    // A server that nobody has asked for anything has not connected yet, and is ready all the same.
    await orm.em.getConnection().ensureConnection();
    const isReady = !isClosing() && (await orm.isConnected());
    await reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
}

function registerDevMail(app: FastifyInstance, mailbox: DevMailbox): void {
  app.get('/dev/mail', async (_request, reply) => {
    await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(devMailPage(mailbox));
  });
}

async function registerPages(app: FastifyInstance, webFolder: string | undefined): Promise<void> {
  const hasPages = webFolder !== undefined && existsSync(join(webFolder, 'index.html'));
  if (hasPages) {
    await app.register(serveStatic, {
      // The build has written what is smaller; compressing for each visitor would cost what votes need.
      preCompressed: true,
      root: webFolder,
      wildcard: false,
      cacheControl: false,
      setHeaders(response, path) {
        // Names under assets/ carry a hash of their content; everything else may change with the next build.
        const isHashed = path.includes('/assets/');
        response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const isPage = wantsPage && !/^\/(graphql|api|dev|assets)(\/|$)/.test(request.url.split('?')[0] ?? '');
    if (hasPages && isPage) return await reply.header('cache-control', 'no-cache').sendFile('index.html');
    return await reply
      .status(404)
      .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
  });
}
