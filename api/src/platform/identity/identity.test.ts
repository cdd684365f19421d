import { describe, expect, test } from 'vitest';
import { identityOf, placeholderDomain, shownEmail } from './identity.ts';
import { canonicalPhone, parsePhone } from './sign-in/phone.ts';

describe('a phone number', () => {
  test.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086 13800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['19912345678', '+8619912345678'],
    ['+852 5123 4567', '+85251234567'],
    ['+44 7400 123456', '+447400123456'],
  ])('%s is %s', (text, number) => {
    expect(canonicalPhone(text)).toBe(number);
  });

  test.each(['', '110', '12345678901', '138001380001', '010-62751234', 'ming@example.org', '+86', '+999123456789'])(
    '%j is none that takes messages',
    (text) => {
      expect(canonicalPhone(text)).toBeNull();
    },
  );

  test('says its country', () => {
    expect(parsePhone('13800138000')?.country).toBe('CN');
    expect(parsePhone('+85251234567')?.country).toBe('HK');
  });
});

describe('an identity', () => {
  const viewer = { email: 'Xiao.Ming+vote@googlemail.com' };

  test('is the mailbox, the number, or the login that vouches', () => {
    expect(identityOf(viewer)).toEqual({ level: 'EMAIL', key: 'email:xiaoming@gmail.com' });
    const email = `x@${placeholderDomain}`;
    expect(identityOf({ email, phone: '+8613800138000' })).toEqual({ level: 'PHONE', key: 'phone:+8613800138000' });
    expect(identityOf({ email, oidc: 'wechat:o6_bm' })).toEqual({ level: 'OIDC', key: 'oidc:wechat:o6_bm' });
  });

  test('of a phone or a login shows no address', () => {
    expect(shownEmail({ email: `x@${placeholderDomain}` })).toBeNull();
    expect(shownEmail(viewer)).toBe(viewer.email);
  });
});
