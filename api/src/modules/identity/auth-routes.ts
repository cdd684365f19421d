import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Viewer } from '../../context.ts';
import type { Auth } from './auth.ts';

/** Our own word for the address of the client; better-auth must not believe a header that anybody can send. */
export const clientAddressHeader = 'x-laurel-client-address';

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':') || name === clientAddressHeader) continue;
    if (typeof value === 'string') headers.set(name, value);
    else for (const item of value ?? []) headers.append(name, item);
  }
  headers.set(clientAddressHeader, request.ip);
  return headers;
}

/** Hands /api/auth/* to better-auth, which speaks in web requests and responses. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth, publicUrl: string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    async handler(request, reply) {
      const response = await auth.handler(
        new Request(new URL(request.url, publicUrl), {
          method: request.method,
          headers: headersOf(request),
          ...(request.method === 'POST' && { body: JSON.stringify(request.body ?? {}) }),
        }),
      );
      reply.status(response.status);
      for (const [name, value] of response.headers) {
        if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
      }
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return await reply.send(await response.text());
    },
  });
}

/** Who sends a request; a visitor without our cookie costs no statement. */
export async function viewerOf(auth: Auth, request: FastifyRequest): Promise<Viewer | null> {
  if (!request.headers.cookie?.includes('laurel.session_token')) return null;
  const session = await auth.api.getSession({ headers: headersOf(request) });
  return session && { id: session.user.id, email: session.user.email, name: session.user.name };
}
