import { join } from 'node:path';
import { Pool } from 'pg';
import { pino } from 'pino';
import { databaseClock } from '../core/clock.ts';
import { makeContext } from '../core/context.ts';
import { databaseStatus, type DatabaseStatus } from '../database/migrate.ts';
import { openOrm } from '../database/mikro-orm.config.ts';
import { root } from '../root.ts';
import { type Env } from './env.ts';
import { jobList } from './jobs.ts';
import { DevMailbox, smtpMailer, type Mailer } from '../platform/mail/index.ts';
import { mailboxSms, gatewaySms } from '../platform/mail/index.ts';
import { makeAuth } from '../platform/identity/sign-in/auth.ts';
import { KeepLocale } from '../platform/identity/index.ts';
import { VoteWatch } from '../scoring/integrity/index.ts';
import { diskResults, JobWorker, type JobDeps } from '../platform/jobs/index.ts';
import { ScoreFeed } from '../scoring/rankings/index.ts';
import { BallotBox, ExposureCounter } from '../scoring/voting/index.ts';
import { openStorage } from '../platform/storage/index.ts';
import type { ResolverClass } from './schema.ts';
import { makeServer } from './server.ts';

export interface App {
  listen(): Promise<void>;
  close(): Promise<void>;
  status(): Promise<DatabaseStatus>;
}

/** Puts the server together from its settings; nothing is listening yet. The bench adds resolvers of its own. */
export async function openApp(env: Env, databaseUrl: string, extraResolvers: ResolverClass[] = []): Promise<App> {
  const logger = pino(
    { level: env.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination(2),
  );
  const orm = await openOrm(databaseUrl);
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // Without a listener, a database that restarts would take the process with it.
  pool.on('error', (error) => logger.warn({ err: error }, 'a database connection was lost'));
  const clock = await databaseClock(async () => {
    const rows = await orm.em.fork().execute<{ now: string }[]>('select clock_timestamp() as now');
    return new Date(rows[0]?.now ?? Date.now());
  });
  const mailer: Mailer = env.smtpUrl ? smtpMailer(env.smtpUrl, env.mailFrom) : new DevMailbox();
  const auth = makeAuth({
    pool,
    secret: env.secret,
    publicUrl: env.publicUrl,
    mailer,
    isRateLimited: env.mode === 'production',
    clock,
    // Where mail is sent but no gateway is named, a code would reach nobody.
    sms: env.smsUrl ? gatewaySms(env.smsUrl) : mailer instanceof DevMailbox ? mailboxSms(mailer) : undefined,
    smsDailyBudget: env.smsDailyBudget,
    smsCountries: env.smsCountries,
    providers: env.signInProviders,
  });
  const ballotBox = new BallotBox({
    databaseUrl,
    clock,
    logger,
    em: () => orm.em.fork(),
    isDistributed: env.isDistributed,
  });
  const exposures = new ExposureCounter(() => orm.em.fork(), logger);
  const scoreFeed = new ScoreFeed(databaseUrl, logger);
  const results = diskResults(join(env.dataFolder, 'results'));
  const keepLocale = new KeepLocale(pool, (error) => logger.warn({ err: error }, 'languages were not kept'));
  const storage = await openStorage(env);
  const server = await makeServer({
    storage,
    orm,
    results,
    keepLocale,
    ballotBox,
    exposures,
    scoreFeed,
    auth,
    clock,
    mailer,
    logger,
    secret: env.secret,
    publicUrl: env.publicUrl,
    trustedProxies: env.trustedProxies,
    votesPerSecond: env.votesPerSecond,
    webFolder: join(root, 'web/dist'),
    extraResolvers,
  });
  const { secret } = env;
  const contextOf: JobDeps['contextOf'] = (viewer, locale = 'en') =>
    makeContext({ em: orm.em.fork(), viewer, isOperator: viewer === null, clock, locale, secret, storage });
  let watch: VoteWatch | null = null;
  let worker: JobWorker | null = null;
  return {
    async listen() {
      // As many as the system allows (Linux: 4096). With the usual 511, a flood over 2,048 connections made the line of
      // those waiting to be taken overflow 10,000 times in twelve seconds; what is dropped there is sent again ever more
      // seldom, and 642 of 152,000 requests had no answer for ten seconds.
      await server.listen({ port: env.port, host: env.host, backlog: 65_535 });
      watch = new VoteWatch({ context: () => contextOf(null), logger });
      const deps = { contextOf, mailer, results, logger, publicUrl: env.publicUrl };
      worker = await JobWorker.start({ ...jobList, databaseUrl, deps });
    },
    async close() {
      clock.stop();
      await Promise.all([watch?.stop(), worker?.stop(), server.close()]);
      await keepLocale.write();
      await ballotBox.close();
      await exposures.close();
      await orm.close(true);
      await pool.end();
      mailer.close?.();
    },
    status: () => databaseStatus(databaseUrl),
  };
}
