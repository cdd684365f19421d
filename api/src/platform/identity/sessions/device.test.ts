import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../core/clock.ts';
import { secret } from '../../../test/world.ts';
import { deviceReader, newDevice, registerDeviceRoute, type DevicePrice } from './device.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const deviceOf = deviceReader({ secret, clock });
let app: FastifyInstance | undefined;
afterEach(async () => {
  clock.set('2026-11-22T12:00:00Z');
  await app?.close();
  app = undefined;
});

async function ask(options: { publicUrl?: string; price?: DevicePrice; cookie?: string; body?: object } = {}) {
  const { publicUrl = 'http://127.0.0.1:4000', price, cookie, body = {} } = options;
  app ??= Fastify();
  if (!app.hasRoute({ method: 'POST', url: '/api/device' })) {
    registerDeviceRoute(app, { secret, publicUrl, clock, deviceOf }, price);
  }
  const headers = cookie === undefined ? {} : { cookie };
  const response = await app.inject({ method: 'POST', url: '/api/device', payload: body, headers });
  const set = response.headers['set-cookie'];
  return { status: response.statusCode, body: response.json<object>(), set: typeof set === 'string' ? set : undefined };
}
const sent = (set: string | undefined) => set?.split(';')[0] ?? '';

test('a device is made known by a cookie that no script reads, and stays the same', async () => {
  const first = await ask();
  expect(first).toMatchObject({ status: 200, body: { success: true, isNew: true } });
  expect(first.set).toMatch(/^laurel\.device=\S+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
  const device = deviceOf(sent(first.set));
  expect(device).toEqual({ id: expect.stringMatching(/^[\w-]{22}$/), since: clock.now() });
  clock.set('2026-12-22T12:00:00Z');
  const again = await ask({ cookie: sent(first.set) });
  expect(again).toEqual({ status: 200, body: { success: true, isNew: false }, set: undefined });
  expect(deviceOf(`a=b; ${sent(first.set)}`)).toEqual(device);
  expect(deviceOf(sent((await ask()).set))?.id).not.toBe(device?.id);
});

test('under https the cookie is for https alone', async () => {
  expect((await ask({ publicUrl: 'https://vote.example' })).set).toMatch(/; Secure;/);
});

test('a device costs its price', async () => {
  const price: DevicePrice = (body) => (body as { proof?: string }).proof === 'paid';
  expect(await ask({ price })).toMatchObject({ status: 403, body: { code: 'PRICE_NOT_PAID' }, set: undefined });
  expect(await ask({ price, body: { proof: 'paid' } })).toMatchObject({ status: 200 });
});

describe('no device', () => {
  const { cookie } = newDevice(secret, clock.now());
  const [id = '', issued = '', signature = ''] = cookie.split('.');
  test.each([
    ['without a cookie', ''],
    ['with another id', `${'A'.repeat(22)}.${issued}.${signature}`],
    ['issued earlier than we did', `${id}.${(Number.parseInt(issued, 36) - 1).toString(36)}.${signature}`],
    ['with another signature', `${id}.${issued}.${'A'.repeat(43)}`],
    ['of another secret', newDevice('another secret of thirty-two letters', clock.now()).cookie],
    ['cut off', cookie.slice(0, -1)],
    ['with more', `${cookie}A`],
  ])('%s', (_, value) => {
    expect(deviceOf(`laurel.device=${value}`)).toBeNull();
  });

  test('after a year', () => {
    expect(deviceOf(`laurel.device=${cookie}`)).not.toBeNull();
    clock.set('2027-11-23T12:00:00Z');
    expect(deviceOf(`laurel.device=${cookie}`)).toBeNull();
  });
});
