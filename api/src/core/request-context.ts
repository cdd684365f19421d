import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import type { Clock } from './clock.ts';
import { makeContext, type Context, type Viewer } from './context.ts';
import { localeOf } from './locale.ts';

export interface RequestDeps {
  orm: MikroORM;
  clock: Clock;
  secret: string;
  auth: { sessions: { viewerOf(cookie: string | undefined): Viewer | null | Promise<Viewer | null> } };
}

/** For what is no GraphQL: who asks, and in which language. */
export async function contextOfRequest(
  { orm, clock, secret, auth }: RequestDeps,
  { headers }: FastifyRequest,
): Promise<Context> {
  const viewer = await auth.sessions.viewerOf(headers.cookie);
  const locale = localeOf(headers['accept-language']);
  return makeContext({ em: orm.em.fork(), viewer, isOperator: false, clock, locale, secret });
}
