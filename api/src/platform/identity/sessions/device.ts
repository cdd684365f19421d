import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../core/clock.ts';
import { cookieOf, setCookie } from './cookies.ts';

/** A browser that asked to be known again. It says nothing about who sits before it. */
interface Device {
  id: string;
  since: Date;
}

const deviceCookie = 'laurel.device';
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
export type DeviceOf = (cookieHeader: string | undefined) => Device | null;

export function deviceReader({ secret, clock }: { secret: string; clock: Clock }): DeviceOf {
  // By the whole cookie value, which gets in only after its signature was verified: a hit needs no HMAC.
  const known = new LRUCache<string, Device>({ max: 100_000 });
  const verified = (value: string): Device | null => {
    const [, id, issued, signed] = form.exec(value) ?? [];
    if (!id || !issued || !signed) return null;
    if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(secret, id, issued)))) return null;
    const device = { id, since: new Date(Number.parseInt(issued, 36) * 1000) };
    known.set(value, device);
    return device;
  };
  return (cookieHeader) => {
    const value = cookieOf(cookieHeader, deviceCookie);
    if (!value) return null;
    const device = known.get(value) ?? verified(value);
    return device && clock.now().getTime() - device.since.getTime() <= yearSeconds * 1000 ? device : null;
  };
}

/** Whether what a request brings is worth a device; without one a thousand devices cost as little as one. */
export type DevicePrice = (body: unknown) => boolean | Promise<boolean>;

/** `POST /api/device` makes a browser known. One that is known already stays who it is. */
export function registerDeviceRoute(
  app: FastifyInstance,
  deps: { secret: string; publicUrl: string; clock: Clock; deviceOf: DeviceOf },
  price: DevicePrice = () => true,
): void {
  app.post('/api/device', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (deps.deviceOf(request.headers.cookie)) return await reply.send({ success: true, isNew: false });
    if (!(await price(request.body ?? {}))) {
      return await reply.status(403).send({ code: 'PRICE_NOT_PAID', message: 'Solve the challenge first.' });
    }
    const { cookie } = newDevice(deps.secret, deps.clock.now());
    const isSecure = deps.publicUrl.startsWith('https:');
    reply.header('set-cookie', setCookie(deviceCookie, cookie, yearSeconds, isSecure));
    return await reply.send({ success: true, isNew: true });
  });
}
