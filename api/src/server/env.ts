import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Failure } from '../core/failure.ts';
import { readOrCreate } from '../core/read-or-create.ts';
import { root } from '../root.ts';
import { bucketIn } from '../platform/storage/storage-settings.ts';
import type { BucketSettings } from '../platform/storage/s3-storage.ts';
import { providersIn, type SignInProvider } from '../platform/identity/sign-in/sign-in-settings.ts';

/** Laurel's own. */
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const isUrl = (protocols: string[]) => (text: string) => {
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol);
};

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a whole number from 1 to 65535')
    .default(4000)
    .describe('the port the web pages and the API are served on (4000)'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a name such as 127.0.0.1')
    .default('127.0.0.1')
    .describe('the address listened on (127.0.0.1, this machine alone)'),
  DATABASE_URL: z
    .string()
    .refine(isUrl(['postgres:', 'postgresql:']), {
      error: 'must look like postgres://user:password@host:5432/database',
      abort: true,
    })
    .refine((text) => (URL.parse(text)?.pathname.length ?? 0) > 1, 'must name a database after the last slash')
    .optional()
    .describe('a PostgreSQL server of your own (the embedded one)'),
  LAUREL_DATA: z
    .string()
    .default('.laurel')
    .transform((folder) => resolve(root, folder))
    .describe('the folder of the embedded database, the secret and uploaded files (.laurel in the repository)'),
  STORAGE_URL: bucketIn
    .optional()
    .describe('the bucket for uploaded files, s3://key:secret@host:port/bucket?region=… (none: LAUREL_DATA)'),
  LAUREL_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('what sessions are signed with, at least 32 characters (made once and kept in LAUREL_DATA)'),
  LAUREL_MODE: z
    .enum(['demonstration', 'production'], 'must be demonstration or production')
    .default('demonstration')
    .describe('demonstration or production (demonstration)'),
  SMTP_URL: z
    .string()
    .refine(isUrl(['smtp:', 'smtps:']), 'must look like smtp://user:password@host:587')
    .optional()
    .describe('the server that sends mail (none: mail is shown at /dev/mail and printed)'),
  MAIL_FROM: z
    .string()
    .regex(/@/, 'must be a mail address')
    .optional()
    .describe('the sender of mail (laurel@ and the host of PUBLIC_URL)'),
  SMS_URL: z
    .string()
    .refine(isUrl(['http:', 'https:']), 'must begin with http:// or https://')
    .optional()
    .describe('the gateway that sends sign-in codes by SMS; gets POST {to,text,code,language} (none: as mail)'),
  SMS_DAILY_BUDGET: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a whole number')
    .transform(Number)
    .default(10_000)
    .describe('messages a day at most, whatever is asked for (10000)'),
  SMS_COUNTRIES: z
    .string()
    .regex(/^[A-Z]{2}( *, *[A-Z]{2})*$/, 'must be codes of countries such as CN, with commas between')
    .default('CN')
    .transform((text) => text.split(',').map((code) => code.trim()))
    .describe('countries whose numbers get messages (CN)'),
  SIGN_IN_PROVIDERS: providersIn
    .optional()
    .describe('logins of others, a JSON list of {id,name:{zh,en},clientId,clientSecret,discoveryUrl} (none)'),
  PUBLIC_URL: z
    .string()
    .refine(isUrl(['http:', 'https:']), 'must begin with http:// or https://')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe('the address people type (http://HOST:PORT)'),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\da-fA-F.:/, ]*$/, 'must be addresses or ranges such as 10.0.0.0/8, with commas between')
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .describe('proxies in front of Laurel whose X-Forwarded-For is believed (none)'),
  DATABASE_DISTRIBUTED: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .describe('yes where DATABASE_URL is a PostgreSQL spread over servers, such as Citus (no)'),
  VOTES_PER_SECOND: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a whole number from 1 to 9999999')
    .transform(Number)
    .refine((rate) => rate >= 1, 'must be a whole number from 1 to 9999999')
    .default(10_000)
    .describe('votes of all voters together beyond which every vote asks for a proof of work (10000)'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be one of trace to fatal, or silent')
    .optional()
    .describe('trace, debug, info, warn, error, fatal or silent (warn; info in production)'),
});

export interface Settings {
  port: number;
  host: string;
  databaseUrl?: string;
  dataFolder: string;
  /** Absent: files lie in the data folder. */
  bucket?: BucketSettings;
  secret?: string;
  mode: 'demonstration' | 'production';
  /** Absent: mail is not sent but shown at /dev/mail and printed. */
  smtpUrl?: string;
  mailFrom: string;
  /** Absent: messages are shown with the mail; where mail is sent, nobody signs in by phone. */
  smsUrl?: string;
  smsDailyBudget: number;
  /** ISO 3166. */
  smsCountries: string[];
  signInProviders: SignInProvider[];
  /** Without a slash at the end. */
  publicUrl: string;
  trustedProxies: string[];
  /** Of all voters together; beyond it every vote asks for a proof of work. */
  votesPerSecond: number;
  isDistributed: boolean;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

/** What the server needs on top: a secret that survives a restart. */
export interface Env extends Settings {
  secret: string;
}

/** Reads the environment; `options` of the command line win over it. A sentence for each value that is wrong. */
export function readSettings(options: Partial<Record<keyof typeof variables.shape, string>> = {}): Settings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return parseSettings({ ...process.env, ...Object.fromEntries(given) });
}

export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw new Failure(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'), 2);
  }
  const { PORT, HOST, LAUREL_MODE, ...rest } = parsed.data;
  const publicUrl = rest.PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
  const settings: Settings = {
    port: PORT,
    host: HOST,
    databaseUrl: rest.DATABASE_URL && signed(rest.DATABASE_URL),
    dataFolder: rest.LAUREL_DATA,
    bucket: rest.STORAGE_URL,
    secret: rest.LAUREL_SECRET,
    mode: LAUREL_MODE,
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM ?? `Laurel <laurel@${new URL(publicUrl).hostname}>`,
    smsUrl: rest.SMS_URL,
    smsDailyBudget: rest.SMS_DAILY_BUDGET,
    smsCountries: rest.SMS_COUNTRIES,
    signInProviders: rest.SIGN_IN_PROVIDERS ?? [],
    publicUrl,
    trustedProxies: rest.TRUSTED_PROXIES,
    votesPerSecond: rest.VOTES_PER_SECOND,
    isDistributed: rest.DATABASE_DISTRIBUTED === 'yes',
    logLevel: rest.LOG_LEVEL ?? (LAUREL_MODE === 'production' ? 'info' : 'warn'),
  };
  refuseOpenMail(settings);
  if (settings.databaseUrl && settings.mode === 'production' && !settings.secret) {
    throw new Failure('LAUREL_SECRET must be set when LAUREL_MODE is production and DATABASE_URL is given.', 2);
  }
  return settings;
}

/** Without SMTP_URL sign-in codes are shown at /dev/mail, so nobody else may reach this machine's server. */
function refuseOpenMail({ smtpUrl, mode, host, publicUrl }: Settings): void {
  if (smtpUrl) return;
  const why = 'without SMTP_URL sign-in codes are shown at /dev/mail, where anybody could read them';
  if (mode === 'production') throw new Failure(`LAUREL_MODE=production needs SMTP_URL: ${why}.`, 2);
  if (!isLoopback(host)) throw new Failure(`HOST ${host} is open to other machines and needs SMTP_URL: ${why}.`, 2);
  if (!isLoopback(new URL(publicUrl).hostname)) {
    throw new Failure(`PUBLIC_URL ${publicUrl} is not this machine and needs SMTP_URL: ${why}.`, 2);
  }
}

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

/** Every connection of ours says so: the last command to leave the embedded server must know who else is there. */
function signed(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  if (!url.searchParams.has('application_name')) url.searchParams.set('application_name', 'laurel');
  return url.href;
}

/** The secret given, or the one kept in LAUREL_DATA, made there the first time. */
export function withSecret(settings: Settings): Env {
  if (settings.secret) return { ...settings, secret: settings.secret };
  const file = join(settings.dataFolder, 'secret');
  return { ...settings, secret: readOrCreate(file, () => randomBytes(32).toString('base64url')) };
}

/** The variables with a sentence each and, in brackets, what holds when they are not set; for --help. */
export const environmentHelp = Object.entries(variables.shape)
  .map(([name, type]) => `  ${name.padEnd(17)} ${type.description}`)
  .join('\n');

/** For connections made without the address, such as the ORM's and those of child processes; see signed(). */
export function signConnections(): void {
  process.env.PGAPPNAME ??= 'laurel';
}

/** Whether the reader of an error is a developer. */
export const wantsTraces = (): boolean => ['debug', 'trace'].includes(process.env.LOG_LEVEL ?? '');
