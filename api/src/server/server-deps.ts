import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Auth } from '../platform/identity/sign-in/auth.ts';
import type { KeepLocale } from '../platform/identity/index.ts';
import type { ResultStore } from '../platform/jobs/index.ts';
import type { Mailer } from '../platform/mail/index.ts';
import type { Storage } from '../platform/storage/index.ts';
import type { ScoreFeed } from '../scoring/rankings/index.ts';
import type { BallotBox, ExposureCounter } from '../scoring/voting/index.ts';
import type { ResolverClass } from './schema.ts';

export interface ServerDeps {
  orm: MikroORM;
  auth: Auth;
  keepLocale: KeepLocale;
  clock: Clock;
  secret: string;
  mailer: Mailer;
  logger: Logger;
  ballotBox: BallotBox;
  exposures: ExposureCounter;
  scoreFeed: ScoreFeed;
  results: ResultStore;
  /** Where files lie. */
  storage: Storage;
  publicUrl: string;
  /** Addresses whose word on the client's address is believed. */
  trustedProxies: string[];
  /** Of all voters together; beyond it every vote asks for a proof of work. */
  votesPerSecond?: number;
  /** Where the built web lies; without it only the API is served. */
  webFolder?: string;
  extraResolvers?: ResolverClass[];
}
