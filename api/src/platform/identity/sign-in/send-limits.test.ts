import { expect, test } from 'vitest';
import { mailLimits, smsLimits } from './send-limits.ts';

const phone = (n: number) => `+86138${String(n).padStart(8, '0')}`;
/** One address in each of many networks. */
const address = (n: number) => `10.${Math.floor(n / 256) % 256}.${n % 256}.7`;

/** How many of many requests, all sent at once, got a message. */
async function sent(limits: ReturnType<typeof smsLimits>, requests: { target: string; address: string }[]) {
  const waits = await Promise.all(requests.map((request) => limits(request)));
  expect(waits.every((wait) => wait >= 0 && wait <= 86_400)).toBe(true);
  return waits.filter((wait) => wait === 0).length;
}

test('an attack with 20,000 numbers from 2,000 networks costs the budget of a day and not one message more', async () => {
  const requests = Array.from({ length: 20_000 }, (_, n) => ({
    target: phone(n * 997),
    address: address(n % 2_000),
  }));
  expect(await sent(smsLimits(3000), requests)).toBe(3000);
});

test('a number gets five messages an hour', async () => {
  const requests = Array.from({ length: 1000 }, (_, n) => ({ target: phone(1), address: address(n) }));
  expect(await sent(smsLimits(10_000), requests)).toBe(5);
});

test('ten thousand numbers in a row get three hundred messages an hour', async () => {
  const requests = Array.from({ length: 10_000 }, (_, n) => ({ target: phone(n), address: address(n) }));
  expect(await sent(smsLimits(10_000), requests)).toBe(300);
});

test('a campus behind one address gets its codes; more than a campus does not', async () => {
  const campus = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({ target: phone((from + n) * 9973), address: '203.0.113.9' }));
  const limits = smsLimits(100_000);
  expect(await sent(limits, campus(0, 3000))).toBe(3000);
  expect(await sent(limits, campus(3000, 10_000))).toBe(2000);
});

test('what is refused uses nothing up', async () => {
  const limits = smsLimits(6);
  const one = Array.from({ length: 100 }, () => ({ target: phone(1), address: address(1) }));
  for (const request of one) await limits(request);
  expect(await limits({ target: phone(2), address: address(2) })).toBe(0);
  expect(await limits({ target: phone(3), address: address(2) })).toBeGreaterThan(86_000);
});

test('a mailbox gets five codes in ten minutes, others are not held up', async () => {
  const limits = mailLimits();
  const asked = Array.from({ length: 50 }, () => ({ target: 'ming@example.org', address: address(1) }));
  expect(await sent(limits, asked)).toBe(5);
  expect(await limits({ target: 'hong@example.org', address: address(1) })).toBe(0);
});
