import { limits } from '@laurel/schema/limits';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Viewer } from '../../context.ts';
import { clientAddressHeader, type Auth } from './auth.ts';

/** What the pages use of better-auth, with the shape of each body. Everything else it could do does not exist. */
const email = z.email().max(limits.email);
const endpoints: Record<string, z.ZodType> = {
  '/api/auth/email-otp/send-verification-otp': z.object({ email, type: z.literal('sign-in') }),
  '/api/auth/sign-in/email-otp': z.object({ email, otp: z.string().regex(/^\d{6}$/) }),
  '/api/auth/sign-out': z.object({}),
};

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

const refusal = (code: string, message: string) => ({ code, message });

/** Hands the few endpoints above to better-auth, which speaks in web requests and responses. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth, publicUrl: string): void {
  for (const [url, shape] of Object.entries(endpoints)) {
    app.post(url, async (request, reply) => {
      const body = shape.safeParse(request.body ?? {});
      if (!body.success) {
        const isCode = body.error.issues.some((issue) => issue.path[0] === 'otp');
        return await reply
          .status(400)
          .send(isCode ? refusal('INVALID_OTP', 'Invalid code') : refusal('INVALID_EMAIL', 'Invalid e-mail address'));
      }
      const response = await auth.handler(
        new Request(new URL(url, publicUrl), {
          method: 'POST',
          headers: headersOf(request),
          body: JSON.stringify(body.data),
        }),
      );
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      const retryAfter = response.headers.get('x-retry-after');
      if (retryAfter) reply.header('retry-after', retryAfter);
      reply.status(response.status).header('cache-control', 'no-store');
      // The token is for the cookie alone, where no script reads it.
      return await reply.send(response.ok ? { success: true } : await errorOf(response));
    });
  }
}

async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  const body: unknown = await response.json().catch(() => null);
  const error = z.object({ code: z.string(), message: z.string() }).safeParse(body);
  return error.success ? error.data : refusal('FAILED', 'It did not work.');
}

/** Who sends a request; a visitor without our cookie costs no statement. */
export async function viewerOf(auth: Auth, request: FastifyRequest): Promise<Viewer | null> {
  if (!request.headers.cookie?.includes('laurel.session_token')) return null;
  const session = await auth.api.getSession({ headers: headersOf(request) });
  return session && { id: session.user.id, email: session.user.email, name: session.user.name };
}
