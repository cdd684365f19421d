import { limits } from '@laurel/schema/limits';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientAddressHeader, type Auth } from './auth.ts';
import { canonicalEmail } from './canonical-email.ts';
import { placeholderDomain } from '../identity.ts';
import { codeHash } from './phone-codes.ts';
import { parsePhone } from './phone.ts';

/** Refused with a word that the page has a sentence for. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    override readonly message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

interface Endpoint {
  /** What goes on to better-auth in place of the body that came; throws a Refusal. */
  bodyFor(body: unknown, request: FastifyRequest): object | Promise<object>;
  /** What of its answer goes back. */
  answer?(body: unknown): object;
  after?(request: FastifyRequest): void;
}

const email = z
  .email()
  .max(limits.email)
  // Nobody has a mailbox there; an account without one must not be entered by way of it.
  .refine((text) => !text.toLowerCase().endsWith(`@${placeholderDomain}`));
const code = z.string().regex(/^\d{6}$/);
/** A path of ours, also to the eyes of a browser, which drops tabs and takes a backslash for a slash. */
const path = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u);

/** What better-auth takes for a path. The sign-in page leads people from other paths on. */
const plainPath = /^\/[\w\-.+/@]*(\?[\w\-.+/=&%@]*)?$/;
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const badEmail = () => new Refusal(400, 'INVALID_EMAIL', 'Invalid e-mail address');
const badPhone = () => new Refusal(400, 'INVALID_PHONE_NUMBER', 'Invalid phone number');
const badCode = () => new Refusal(400, 'INVALID_OTP', 'Invalid code');
const noPhone = () => new Refusal(503, 'PHONE_NOT_AVAILABLE', 'This installation sends no text messages.');
const tooOften = (seconds: number) => new Refusal(429, 'TOO_MANY_REQUESTS', 'Too many codes were sent.', seconds);

/** The body in its shape; otherwise the refusal for the first field in the list that does not pass. */
function shaped<T>(shape: z.ZodType<T>, body: unknown, refusals: Record<string, () => Refusal>): T {
  const parsed = shape.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  const [, refusal = badEmail] = Object.entries(refusals).find(([field]) => wrong.has(field)) ?? [];
  throw refusal();
}

/** What the pages use of better-auth. Everything else it could do does not exist. */
function endpointsOf(auth: Auth): Record<string, Endpoint> {
  const phone = (text: string) => {
    if (!auth.methods.hasPhone) throw noPhone();
    const parsed = parsePhone(text);
    if (!parsed) throw badPhone();
    if (!auth.smsCountries.includes(parsed.country ?? '')) {
      throw new Refusal(400, 'PHONE_COUNTRY', 'No text messages are sent to this country.');
    }
    return parsed.number;
  };
  const phoneNumber = z.string().max(40);
  return {
    'email-otp/send-verification-otp': {
      async bodyFor(body, { ip }) {
        const shape = z.object({ email, type: z.literal('sign-in') });
        const sending = shaped(shape, body, { email: badEmail });
        const target = canonicalEmail(sending.email) ?? sending.email.toLowerCase();
        const wait = await auth.mailLimits({ target, address: ip });
        if (wait > 0) throw tooOften(wait);
        return sending;
      },
    },
    'sign-in/email-otp': {
      bodyFor: (body) => shaped(z.object({ email, otp: code }), body, { otp: badCode, email: badEmail }),
    },
    'phone-number/send-otp': {
      async bodyFor(body, { ip }) {
        const target = phone(shaped(z.object({ phoneNumber }), body, { phoneNumber: badPhone }).phoneNumber);
        const wait = await auth.smsLimits({ target, address: ip });
        if (wait > 0) throw tooOften(wait);
        return { phoneNumber: target };
      },
    },
    'phone-number/verify': {
      bodyFor(body) {
        const given = shaped(z.object({ phoneNumber, code }), body, { code: badCode, phoneNumber: badPhone });
        return { phoneNumber: phone(given.phoneNumber), code: codeHash(auth.secret, given.code) };
      },
    },
    'sign-in/social': {
      bodyFor(body) {
        const unknown = () => new Refusal(400, 'PROVIDER_NOT_FOUND', 'There is no such provider.');
        const shape = z.object({ provider: z.enum(auth.methods.providers.map(({ slug }) => slug)), next: path });
        const { provider, next } = shaped(shape, body, { provider: unknown, next: unknown });
        const errorCallbackURL = `/sign-in?next=${encoded(next)}`;
        const callbackURL = plainPath.test(next) ? next : errorCallbackURL;
        return { provider, callbackURL, errorCallbackURL, disableRedirect: true };
      },
      answer: (body) => z.object({ url: z.url() }).parse(body),
    },
    'sign-out': {
      bodyFor: () => ({}),
      after: ({ headers }) => auth.sessions.forget(headers.cookie),
    },
  };
}

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

function passOn(response: Response, reply: FastifyReply): void {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  const retryAfter = response.headers.get('x-retry-after');
  if (retryAfter) reply.header('retry-after', retryAfter);
  reply.status(response.status).header('cache-control', 'no-store');
}

/** Hands the few endpoints above to better-auth, which speaks in web requests and responses. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth): void {
  for (const [name, endpoint] of Object.entries(endpointsOf(auth))) {
    const url = `/api/auth/${name}`;
    app.post(url, async (request, reply) => {
      try {
        const body = JSON.stringify(await endpoint.bodyFor(request.body, request));
        const headers = headersOf(request);
        const response = await auth.handler(
          new Request(new URL(url, auth.publicUrl), { method: 'POST', headers, body }),
        );
        endpoint.after?.(request);
        passOn(response, reply);
        if (!response.ok) return await reply.send(await errorOf(response));
        // The token is for the cookie alone, where no script reads it.
        return await reply.send(endpoint.answer?.(await response.json()) ?? { success: true });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
        return await reply.status(error.status).send({ code: error.code, message: error.message });
      }
    });
  }
  if (auth.methods.providers.length > 0) registerCallback(app, auth);
}

/** Where a provider sends people back to, with a code or the reason why not. */
function registerCallback(app: FastifyInstance, auth: Auth): void {
  const text = z.string().max(4000);
  const answer = z.object({ state: text, code: text, error: text, error_description: text, iss: text }).partial();
  const slugs = new Set(auth.methods.providers.map(({ slug }) => slug));
  // At this level the address, which holds a code, is not logged.
  app.get('/api/auth/callback/:provider', { logLevel: 'warn' }, async (request, reply) => {
    const { provider } = request.params as { provider: string };
    const query = answer.safeParse(request.query);
    if (!query.success || !slugs.has(provider)) {
      return await reply.status(404).send({ code: 'NOT_FOUND', message: 'There is nothing here.' });
    }
    const url = new URL(`/api/auth/callback/${provider}`, auth.publicUrl);
    url.search = new URLSearchParams(query.data as Record<string, string>).toString();
    const response = await auth.handler(new Request(url, { headers: headersOf(request) }));
    passOn(response, reply);
    const location = response.headers.get('location');
    if (location) reply.header('location', location);
    return await reply.send(response.ok || location ? undefined : await errorOf(response));
  });
}

async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  const body: unknown = await response.json().catch(() => null);
  const error = z.object({ code: z.string(), message: z.string() }).safeParse(body);
  return error.success ? error.data : { code: 'FAILED', message: 'It did not work.' };
}
