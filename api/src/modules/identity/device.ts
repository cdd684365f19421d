import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../clock.ts';
import { cookieOf, setCookie } from './cookies.ts';

/** A browser that asked to be known again. It says nothing about who sits before it. */
export interface Device {
  id: string;
  since: Date;
}

export const deviceCookie = 'laurel.device';
const yearSeconds = 365 * 24 * 60 * 60;
const form = /^([\w-]{22})\.([\da-z]{1,9})\.([\w-]{43})$/;

const signature = (secret: string, id: string, seconds: string) =>
  createHmac('sha256', secret).update(`device/${id}/${seconds}`).digest('base64url');

/** What the cookie holds: id, the second it was issued (base 36), and our signature over both. */
export function newDevice(secret: string, now: Date): { device: Device; cookie: string } {
  const id = randomBytes(16).toString('base64url');
  const seconds = Math.floor(now.getTime() / 1000);
  const issued = seconds.toString(36);
  return {
    device: { id, since: new Date(seconds * 1000) },
    cookie: `${id}.${issued}.${signature(secret, id, issued)}`,
  };
}

/** The device a request comes from; null for one without our cookie, or with a cookie we did not sign or too old. */
export function deviceOf(cookieHeader: string | undefined, secret: string, now: Date): Device | null {
  const [, id, issued, signed] = form.exec(cookieOf(cookieHeader, deviceCookie) ?? '') ?? [];
  if (!id || !issued || !signed) return null;
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(secret, id, issued)))) return null;
  const seconds = Number.parseInt(issued, 36);
  return now.getTime() / 1000 - seconds > yearSeconds ? null : { id, since: new Date(seconds * 1000) };
}

/** Whether what a request brings is worth a device; without one a thousand devices cost as little as one. */
export type DevicePrice = (body: unknown) => boolean | Promise<boolean>;

/** `POST /api/device` makes a browser known. One that is known already stays who it is. */
export function registerDeviceRoute(
  app: FastifyInstance,
  deps: { secret: string; publicUrl: string; clock: Clock },
  price: DevicePrice = () => true,
): void {
  app.post('/api/device', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const now = deps.clock.now();
    if (deviceOf(request.headers.cookie, deps.secret, now)) return await reply.send({ success: true, isNew: false });
    if (!(await price(request.body ?? {}))) {
      return await reply.status(403).send({ code: 'PRICE_NOT_PAID', message: 'Solve the challenge first.' });
    }
    const options = { maxAgeSeconds: yearSeconds, isSecure: deps.publicUrl.startsWith('https:') };
    reply.header('set-cookie', setCookie(deviceCookie, newDevice(deps.secret, now).cookie, options));
    return await reply.send({ success: true, isNew: true });
  });
}
