import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { emailOTP } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { systemClock, type Clock } from '../../../core/clock.ts';
import { newId } from '../../../core/graphql/node.ts';
import { localeOf } from '../../../core/locale.ts';
import type { Mailer } from '../../mail/index.ts';
import type { SmsSender } from '../../mail/index.ts';
import { message } from '../../../core/messages.ts';
import type { SignInProvider } from './sign-in-settings.ts';
import { deviceReader, type DeviceOf } from '../sessions/device.ts';
import { placeholderDomain } from '../identity.ts';
import { phoneCodes, withHashedCode } from './phone-codes.ts';
import { otherLogins, weChat } from './provider-login.ts';
import { mailLimits, smsLimits, unlimited, type SendLimits } from './send-limits.ts';
import { renewalSeconds, SessionReader, sessionSeconds } from '../sessions/session-reader.ts';
import type { SignInMethods } from './sign-in-methods.ts';

/** Our own word for the address of the client; better-auth must not believe a header that anybody can send. */
export const clientAddressHeader = 'x-laurel-client-address';

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
const codeSeconds = 600;
const triesPerCode = 5;
/** Requests a minute from one address to one path; generous, because a whole campus may have one address. */
const requestsPerMinute = { window: 60, max: 1000 };

export interface AuthDeps {
  pool: Pool;
  secret: string;
  publicUrl: string;
  mailer: Mailer;
  isRateLimited: boolean;
  clock?: Clock;
  /** Without it nobody signs in by phone. */
  sms?: SmsSender | undefined;
  smsDailyBudget?: number;
  /** ISO 3166; numbers of other countries get no messages. */
  smsCountries?: readonly string[];
  providers?: SignInProvider[];
}

/** All the server needs of sign-in. */
export interface Auth {
  /** better-auth, which speaks in web requests and responses. */
  handler: (request: Request) => Promise<Response>;
  sessions: SessionReader;
  deviceOf: DeviceOf;
  methods: SignInMethods;
  secret: string;
  publicUrl: string;
  mailLimits: SendLimits;
  smsLimits: SendLimits;
  smsCountries: readonly string[];
}

export function makeAuth(deps: AuthDeps): Auth {
  const { pool, secret, publicUrl, sms, providers = [], clock = systemClock } = deps;
  return {
    handler: makeLibrary(deps).handler,
    sessions: new SessionReader({ pool, secret, publicUrl, clock }),
    deviceOf: deviceReader({ secret, clock }),
    methods: { hasPhone: sms !== undefined, providers: providers.map(({ id, name }) => ({ slug: id, name })) },
    secret,
    publicUrl,
    mailLimits: deps.isRateLimited ? mailLimits() : unlimited,
    smsLimits: smsLimits(deps.smsDailyBudget ?? 10_000),
    smsCountries: deps.smsCountries ?? ['CN'],
  };
}

/**
 * Sign-in by codes, by others' logins, and opaque sessions, by better-auth: it brings attempts per code, hashed codes,
 * rotation, state and nonce that are easy to get wrong. The tables are ours (user.entity.ts), so one migration history
 * serves all.
 */
export function makeLibrary(deps: AuthDeps) {
  const { secret, publicUrl, sms, providers = [] } = deps;
  const placeholder = (what: string) =>
    `${createHmac('sha256', secret).update(`placeholder/${what}`).digest('hex').slice(0, 32)}@${placeholderDomain}`;
  return betterAuth({
    appName: 'Laurel',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: (request) => trustedOrigins(publicUrl, request),
    database: deps.pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: { errorURL: `${publicUrl}/sign-in` },
    rateLimit: {
      enabled: deps.isRateLimited,
      storage: 'memory',
      ...requestsPerMinute,
      // The plugins' own limits (5 and 10 a minute) would lock a campus out.
      customRules: {
        '/email-otp/*': requestsPerMinute,
        '/sign-in/*': requestsPerMinute,
        '/phone-number/*': requestsPerMinute,
      },
    },
    advanced: {
      cookiePrefix: 'laurel',
      // Said aloud, because it is switched off by default wherever tests run.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: newId },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    user: { modelName: 'users', fields: { ...stamps, emailVerified: 'email_verified' } },
    session: {
      modelName: 'sessions',
      fields: {
        ...stamps,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: sessionSeconds,
      updateAge: renewalSeconds,
    },
    account: {
      modelName: 'accounts',
      fields: {
        ...stamps,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
      updateAccountOnSignIn: false,
      // See identityOf: an account has one identity, for good.
      accountLinking: { enabled: false },
    },
    verification: {
      modelName: 'verifications',
      fields: { ...stamps, expiresAt: 'expires_at' },
      storeIdentifier: 'hashed',
    },
    databaseHooks: {
      verification: { create: { before: async (row) => ({ data: withHashedCode(secret, row) }) } },
      // We ask nothing more of a provider once it has told who somebody is, so its tokens are not kept.
      account: {
        create: {
          before: async (row) => ({ data: { ...row, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    socialProviders: weChat(providers, placeholder),
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeSeconds,
        allowedAttempts: triesPerCode,
        storeOTP: 'hashed',
        async sendVerificationOTP({ email, otp }, context) {
          const locale = localeOf(context?.headers?.get('accept-language') ?? undefined);
          await deps.mailer.send({
            to: email,
            subject: message(locale, 'mail.signIn.subject', { code: otp }),
            text: message(locale, 'mail.signIn.body', { code: otp }),
          });
        },
      }),
      otherLogins(providers, placeholder),
      ...(sms ? [phoneCodes({ sms, expiresIn: codeSeconds, allowedAttempts: triesPerCode, placeholder })] : []),
    ],
  });
}

/** The address we are published under; and, while that is loopback, any other name or port of this machine. */
function trustedOrigins(publicUrl: string, request?: Request): string[] {
  const origin = request?.headers.get('origin');
  const isLoopback = (url: string) => /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(url);
  return origin && isLoopback(origin) && isLoopback(new URL(publicUrl).origin) ? [publicUrl, origin] : [publicUrl];
}
