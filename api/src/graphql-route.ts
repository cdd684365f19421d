import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { makeContext, type Context } from './context.ts';
import { makeApollo } from './graphql/apollo.ts';
import { FastLane } from './graphql/fast-lane.ts';
import { localeOf } from './locale.ts';
import { message } from './messages.ts';
import { castVote } from './modules/voting/index.ts';
import type { VoteGuard } from './protection/vote-guard.ts';
import { makeSchema } from './schema.ts';
import type { ServerDeps } from './server.ts';

/** Accept headers whose answer is known, so many at most; the rest go the long way each time. */
const mostAccepts = 50;

/** GraphQL over HTTP, by Apollo; what comes in bursts takes the fast lane and is answered to the letter as Apollo would. */
export async function registerGraphql(app: FastifyInstance, deps: ServerDeps, voteGuard: VoteGuard): Promise<void> {
  const schema = makeSchema(deps.extraResolvers);
  const apollo = makeApollo(schema, deps.logger, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const viewer = await deps.auth.sessions.viewerOf(request.headers.cookie);
    deps.keepLocale.note(viewer, request.headers['accept-language']);
    return makeContext({
      em: () => deps.orm.em.fork(),
      viewer,
      client: { address: request.ip, device: deps.auth.deviceOf(request.headers.cookie) },
      signInMethods: deps.auth.methods,
      isOperator: false,
      clock: deps.clock,
      locale: localeOf(request.headers['accept-language']),
      secret: deps.secret,
      storage: deps.storage,
      ballotBox: deps.ballotBox,
      exposures: deps.exposures,
      voteGuard,
    });
  };
  const lane = new FastLane(schema, { castVote });
  const contexts = new WeakMap<FastifyRequest, Context>();
  const longWay = fastifyApolloHandler<Context>(apollo, {
    context: async (request) => contexts.get(request) ?? (await contextOf(request)),
  });
  // What Apollo answers to an Accept header: learned from Apollo, not worked out again.
  const answerTypes = new Map<string, string>();

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // Two lines for every vote would cost as much as writing it down.
    logLevel: 'warn',
    async handler(request: FastifyRequest, reply: FastifyReply) {
      let context: Context;
      try {
        context = await contextOf(request);
      } catch (error) {
        // Who sends a request is asked of the database; while that is away, nothing else can be said either.
        deps.logger.warn({ err: error }, 'a session could not be read');
        return await reply.status(503).header('retry-after', waitSeconds).send(away(request));
      }
      contexts.set(request, context);
      const accept = request.headers.accept ?? '';
      const answerType = answerTypes.get(accept);
      if (answerType !== undefined && isJson(request)) {
        const call = lane.enter(request.body);
        const body = call && (await call.run(context));
        if (body) return await reply.header('content-type', answerType).header('cache-control', 'no-store').send(body);
      }
      const answer: unknown = await longWay.call(app, request, reply);
      const given = reply.getHeader('content-type');
      if (reply.statusCode === 200 && typeof given === 'string' && answerTypes.size < mostAccepts) {
        answerTypes.set(accept, given);
      }
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
