import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { makeContext, type Context, type Viewer } from '../core/context.ts';
import { makeApollo } from './graphql/apollo.ts';
import { FastLane } from './graphql/fast-lane.ts';
import { localeOf } from '../core/locale.ts';
import { message } from '../core/messages.ts';
import { castVote } from '../scoring/voting/index.ts';
import { wasTried } from '../platform/protection/index.ts';
import type { Gate } from '../platform/protection/index.ts';
import type { VoteGuard } from '../platform/protection/index.ts';
import { makeSchema } from './schema.ts';
import type { ServerDeps } from './server-deps.ts';
import { voteDoor, type Sender, type VoteDoorDeps } from './vote-door.ts';

/** The most Accept headers to memoize; others are evaluated for each request. */
const mostAccepts = 50;

type Door = Pick<VoteDoorDeps, 'hosts' | 'trust' | 'headers'> & { serveBy: (serve: Gate['serve']) => void };

/** GraphQL over HTTP, by Apollo; what comes in bursts takes the fast lane and is answered to the letter as Apollo would. */
export async function registerGraphql(
  app: FastifyInstance,
  deps: ServerDeps,
  voteGuard: VoteGuard,
  { serveBy, ...door }: Door,
): Promise<void> {
  const schema = makeSchema(deps.extraResolvers);
  const apollo = makeApollo(schema, deps.logger, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  const contextFor = (viewer: Viewer | null, { cookie, acceptLanguage, address }: Sender): Context => {
    deps.keepLocale.note(viewer, acceptLanguage);
    return makeContext({
      em: () => deps.orm.em.fork(),
      viewer,
      client: { address, device: deps.auth.deviceOf(cookie) },
      signInMethods: deps.auth.methods,
      isOperator: false,
      clock: deps.clock,
      locale: localeOf(acceptLanguage),
      secret: deps.secret,
      storage: deps.storage,
      ballotBox: deps.ballotBox,
      exposures: deps.exposures,
      voteGuard,
    });
  };
  /** At once, without a promise, where the sender is known from a moment ago. */
  const contextOf = (sender: Sender): Context | Promise<Context> => {
    const viewer = deps.auth.sessions.viewerOf(sender.cookie);
    return viewer instanceof Promise ? viewer.then((found) => contextFor(found, sender)) : contextFor(viewer, sender);
  };
  const contextOfRequest = async ({ headers, ip }: FastifyRequest): Promise<Context> =>
    await contextOf({ cookie: headers.cookie, acceptLanguage: headers['accept-language'], address: ip });
  const lane = new FastLane(schema, { castVote });
  const contexts = new WeakMap<FastifyRequest, Context>();
  const longWay = fastifyApolloHandler<Context>(apollo, {
    context: async (request) => contexts.get(request) ?? (await contextOfRequest(request)),
  });
  // What Apollo answers to an Accept header: learned from Apollo, not worked out again.
  const answerTypes = new LRUCache<string, string>({ max: mostAccepts });
  serveBy(voteDoor({ ...door, lane, contextOf, answerTypes, keepAliveMs: app.initialConfig.keepAliveTimeout ?? 0 }));

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // Two lines for every vote would cost as much as writing it down.
    logLevel: 'warn',
    async handler(request: FastifyRequest, reply: FastifyReply) {
      let context: Context;
      try {
        context = await contextOfRequest(request);
      } catch (error) {
        // Who sends a request is asked of the database; while that is away, nothing else can be said either.
        deps.logger.warn({ err: error }, 'a session could not be read');
        return await reply.status(503).header('retry-after', waitSeconds).send(away(request));
      }
      contexts.set(request, context);
      const accept = request.headers.accept ?? '';
      const answerType = answerTypes.get(accept);
      if (answerType !== undefined && isJson(request) && !wasTried(request.raw)) {
        const call = lane.enter(request.body);
        const body = call && (await call.run(context));
        if (body) return await reply.header('content-type', answerType).header('cache-control', 'no-store').send(body);
      }
      const answer: unknown = await longWay.call(app, request, reply);
      const given = reply.getHeader('content-type');
      if (reply.statusCode === 200 && typeof given === 'string') answerTypes.set(accept, given);
      return answer;
    },
  });
}

/** PostgreSQL is back from a restart by then. */
const waitSeconds = 2;

const away = ({ headers }: FastifyRequest) => ({
  errors: [
    {
      message: message(localeOf(headers['accept-language']), 'refusal.away', { retryAfterSeconds: waitSeconds }),
      extensions: { code: 'OVERLOADED', retryAfterSeconds: waitSeconds },
    },
  ],
});

/** As Apollo asks of a request that changes something, so that no page elsewhere can send it (CSRF). */
const isJson = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && (headers['content-type'] ?? '').startsWith('application/json');
