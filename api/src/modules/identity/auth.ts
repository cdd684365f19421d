import { betterAuth } from 'better-auth';
import { emailOTP } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { newId } from '../../graphql/node.ts';
import { localeOf } from '../../locale.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { message } from '../../messages.ts';

/** Our own word for the address of the client; better-auth must not believe a header that anybody can send. */
export const clientAddressHeader = 'x-laurel-client-address';

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
const codeSeconds = 600;

/**
 * Sign-in by e-mail code and opaque sessions, by better-auth: it brings attempts per code, hashed codes, rotation and
 * rate limits that are easy to get wrong. The tables are ours (user.entity.ts), so one migration history serves all.
 */
export function makeAuth(deps: {
  pool: Pool;
  secret: string;
  publicUrl: string;
  mailer: Mailer;
  isRateLimited: boolean;
}) {
  return betterAuth({
    appName: 'Laurel',
    baseURL: deps.publicUrl,
    basePath: '/api/auth',
    secret: deps.secret,
    trustedOrigins: (request) => trustedOrigins(deps.publicUrl, request),
    database: deps.pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: deps.isRateLimited, storage: 'memory', window: 60, max: 300 },
    advanced: {
      cookiePrefix: 'laurel',
      // Said aloud, because it is switched off by default wherever tests run.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      useSecureCookies: deps.publicUrl.startsWith('https:'),
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
      expiresIn: 60 * 60 * 24 * 7,
      updateAge: 60 * 60 * 24,
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
    },
    verification: { modelName: 'verifications', fields: { ...stamps, expiresAt: 'expires_at' } },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeSeconds,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        rateLimit: { window: 60, max: 5 },
        async sendVerificationOTP({ email, otp }, context) {
          const locale = localeOf(context?.headers?.get('accept-language') ?? undefined);
          await deps.mailer.send({
            to: email,
            subject: message(locale, 'mail.signIn.subject', { code: otp }),
            text: message(locale, 'mail.signIn.body', { code: otp }),
          });
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;

/** The address we are published under; and, while that is loopback, any other name or port of this machine. */
function trustedOrigins(publicUrl: string, request?: Request): string[] {
  const origin = request?.headers.get('origin');
  const isLoopback = (url: string) => /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(url);
  return origin && isLoopback(origin) && isLoopback(new URL(publicUrl).origin) ? [publicUrl, origin] : [publicUrl];
}
