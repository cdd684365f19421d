import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../root.ts';
import { parseSettings, readSettings, withSecret } from './env.ts';
import { Failure } from '../core/failure.ts';

const sentence = (source: Record<string, string>) => {
  try {
    parseSettings(source);
  } catch (error) {
    if (error instanceof Failure) return { said: error.message, exitCode: error.exitCode };
    throw error;
  }
  return undefined;
};

describe('the environment', () => {
  it('may be empty', () => {
    expect(parseSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataFolder: join(root, '.laurel'),
      secret: undefined,
      mode: 'demonstration',
      smtpUrl: undefined,
      smsUrl: undefined,
      smsDailyBudget: 10_000,
      smsCountries: ['CN'],
      signInProviders: [],
      mailFrom: 'Laurel <laurel@127.0.0.1>',
      publicUrl: 'http://127.0.0.1:4000',
      trustedProxies: [],
      votesPerSecond: 10_000,
      isDistributed: false,
      logLevel: 'warn',
    });
  });

  it('takes an empty value for none', () => {
    expect(parseSettings({ PORT: '', SMTP_URL: '' }).port).toBe(4000);
  });

  it('gives way to the command line, where that says something', () => {
    expect(readSettings({ PORT: '4001', HOST: undefined })).toMatchObject({ port: 4001, host: '127.0.0.1' });
  });

  it('knows WeChat without an address, and others by theirs', () => {
    const name = { zh: '登录', en: 'Login' };
    const providers = [
      { id: 'wechat', name, clientId: 'x', clientSecret: 'y' },
      { id: 'school', name, clientId: 'x', discoveryUrl: 'https://school.example/.well-known/openid-configuration' },
    ];
    const { signInProviders } = parseSettings({ SIGN_IN_PROVIDERS: JSON.stringify(providers) });
    expect(signInProviders).toEqual(providers.map((one) => ({ ...one, subject: 'sub' })));
  });

  it('signs the address of the database', () => {
    expect(parseSettings({ DATABASE_URL: 'postgres://u:p%40@db:5432/x?sslmode=require' }).databaseUrl).toBe(
      'postgres://u:p%40@db:5432/x?sslmode=require&application_name=laurel',
    );
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '4e3'],
    ['HOST', 'http://x'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'postgres://host'],
    ['LAUREL_SECRET', 'short'],
    ['LAUREL_MODE', 'prod'],
    ['SMTP_URL', 'mail.example'],
    ['MAIL_FROM', 'me'],
    ['SMS_URL', 'sms.example'],
    ['SMS_DAILY_BUDGET', '-1'],
    ['SMS_COUNTRIES', 'China'],
    ['SIGN_IN_PROVIDERS', '{'],
    ['SIGN_IN_PROVIDERS', '[{"id":"school"}]'],
    ['SIGN_IN_PROVIDERS', '[{"id":"school","name":{"zh":"学校","en":"School"},"clientId":"x"}]'],
    [
      'SIGN_IN_PROVIDERS',
      '[{"id":"school","name":{"zh":"学校","en":"School"},"clientId":"x","discoveryUrl":"http://school.example"}]',
    ],
    ['PUBLIC_URL', 'laurel.example'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one sentence', (name, value) => {
    expect(sentence({ [name]: value })).toEqual({ said: expect.stringMatching(`^${name} must .+\\.$`), exitCode: 2 });
  });

  it('names every wrong value at once', () => {
    expect(sentence({ PORT: 'x', LOG_LEVEL: 'y' })?.said.split('\n')).toHaveLength(2);
  });

  it.each<Record<string, string>>([
    { HOST: '0.0.0.0' },
    { HOST: '192.168.1.4' },
    { HOST: '::' },
    { PUBLIC_URL: 'https://laurel.example' },
    { LAUREL_MODE: 'production' },
  ])('keeps sign-in codes from strangers: %o needs SMTP_URL', (source) => {
    expect(sentence(source)).toEqual({ said: expect.stringContaining('SMTP_URL'), exitCode: 2 });
    expect(sentence({ ...source, SMTP_URL: 'smtp://mail.example' })).toBeUndefined();
  });

  it('wants a secret for a production database', () => {
    const production = { LAUREL_MODE: 'production', SMTP_URL: 'smtp://mail', DATABASE_URL: 'postgres://h/d' };
    expect(sentence(production)?.said).toContain('LAUREL_SECRET');
    expect(sentence({ ...production, LAUREL_SECRET: 'x'.repeat(32) })).toBeUndefined();
  });

  it('makes a secret once, for its owner alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-env-'));
    try {
      const first = withSecret(parseSettings({ LAUREL_DATA: join(folder, 'deep') })).secret;
      expect(first.length).toBeGreaterThanOrEqual(32);
      expect(withSecret(parseSettings({ LAUREL_DATA: join(folder, 'deep') })).secret).toBe(first);
      expect(statSync(join(folder, 'deep/secret')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
