import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalEmail } from './canonical-email.ts';
import { isThrowaway } from './throwaway.ts';

const seeded = { seed: 20_261_122 };
const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...Array.from(alphabet)), { minLength, maxLength }).map((list) => list.join(''));
const word = letters('abcdefghijklmnopqrstuvwxyz', 3, 9);
const domains = ['gmail.com', 'qq.com', '163.com', 'example.edu.cn', 'xn--fsqu00a.xn--fiqs8s'];

const fullWidth = (text: string) =>
  text.replaceAll(/[a-z0-9]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
const dotted = (local: string) => Array.from(local).join('.');

/** Ten spellings of a mailbox. */
function aliases(local: string, domain: string): string[] {
  const isGmail = domain === 'gmail.com';
  const unicode = domain.startsWith('xn--') ? '例子.中国' : domain;
  const other = isGmail ? dotted(local) : local;
  return [
    `${local}@${domain}`,
    `${local.toUpperCase()}@${domain.toUpperCase()}`,
    `  ${local}@${domain} `,
    `${local}+vote@${domain}`,
    `${local}+1+2@${domain}`,
    `${fullWidth(local)}@${domain}`,
    `${local}@${domain}.`,
    `${other}+x@${isGmail ? 'googlemail.com' : unicode}`,
    `${other.charAt(0).toUpperCase()}${other.slice(1)}@${isGmail ? 'GoogleMail.com' : unicode}`,
    `${local}＋tag＠${domain.replaceAll('.', '。')}`,
  ];
}

test('500 spellings of 50 mailboxes are 50 mailboxes', () => {
  const locals = fc.sample(fc.uniqueArray(word, { minLength: 50, maxLength: 50 }), { numRuns: 1, ...seeded })[0] ?? [];
  const spellings = locals.flatMap((local, i) => aliases(local, domains[i % domains.length] ?? ''));
  expect(new Set(spellings).size).toBe(500);
  const keys = spellings.map(canonicalEmail);
  expect(keys).not.toContain(null);
  expect(new Set(keys).size).toBe(50);
});

test('10,000 different addresses stay different', () => {
  const local = fc.oneof(
    fc.tuple(word, word).map(([a, b]) => `${a}.${b}`),
    fc.tuple(word, fc.nat(9999)).map(([a, n]) => `${a}${n}`),
    fc.tuple(word, word).map(([a, b]) => `${a}_${b}`),
    fc.tuple(word, word).map(([a, b]) => `${a}-${b}`),
    letters('0123456789', 6, 10),
  );
  const domain = fc.constantFrom('qq.com', '163.com', 'outlook.com', 'foxmail.com', 'pku.edu.cn', 'example.org');
  const gmail = fc.tuple(word, fc.nat(99_999)).map(([a, n]) => `${a}${n}@gmail.com`);
  const address = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(local, domain).map((p) => p.join('@')) },
    { weight: 1, arbitrary: gmail },
  );
  const distinct = [...new Set(fc.sample(address, { numRuns: 11_000, ...seeded }))].slice(0, 10_000);
  expect(distinct).toHaveLength(10_000);
  expect(new Set(distinct.map(canonicalEmail)).size).toBe(10_000);
});

test('a key is its own key', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const key = canonicalEmail(address);
      if (key !== null) expect(canonicalEmail(key)).toBe(key);
    }),
    seeded,
  );
});

describe('no address', () => {
  test.each([
    '',
    'ming',
    '@example.org',
    'ming@',
    'ming@localhost',
    'ming@127.0.0.1',
    'ming@[127.0.0.1]',
    'a@b@example.org',
    'ming li@example.org',
    '"ming"@example.org',
    'ming@exa mple.org',
    'ming@-example.org',
    'ming@example..org',
    '.ming@example.org',
    'mi..ng@example.org',
    '+tag@example.org',
    'mi\u0000ng@example.org',
    'mi\u200bng@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
    '...@gmail.com',
  ])('%j', (text) => {
    expect(canonicalEmail(text)).toBeNull();
  });
});

test.each([
  ['x@mailinator.com', true],
  ['x@sub.mailinator.com', true],
  ['x@gmail.com', false],
  ['x@qq.com', false],
  ['x@example.edu.cn', false],
])('%s is a throwaway: %s', async (email, is) => {
  expect(await isThrowaway(email)).toBe(is);
});
