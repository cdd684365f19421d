import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { fixedClock } from '../core/clock.ts';
import { makeContext, type Context, type Viewer } from '../core/context.ts';
import { makeApollo } from '../server/graphql/apollo.ts';
import type { Locale } from '../core/locale.ts';
import { BallotBox, ExposureCounter } from '../scoring/voting/index.ts';
import { makeSchema } from '../server/schema.ts';
import { LocalStorage } from '../platform/storage/index.ts';
import { freshDatabase } from './database.ts';

interface Answer {
  // The shape depends on the operation; each test says what it expects.
  // oxlint-disable-next-line typescript/no-explicit-any
  data: any;
  errors: { message: string; code: string; extensions: Record<string, unknown> }[];
}

export interface World {
  orm: MikroORM;
  databaseUrl: string;
  /** A folder of its own, gone with it. */
  storage: LocalStorage;
  clock: ReturnType<typeof fixedClock>;
  /** Acts as the operator of the installation. */
  operator: () => Context;
  contextOf: (viewer: Viewer | null, locale?: Locale) => Context;
  /** A real operation through the real schema, as some viewer (null: a visitor). */
  run: (viewer: Viewer | null, query: string, variables?: Record<string, unknown>, locale?: Locale) => Promise<Answer>;
  close: () => Promise<void>;
}

/** Put together once a worker. */
export const schema = makeSchema();
/** What the clock of a world shows unless a test sets it. */
export const NOW = '2026-11-21T12:00:00Z';
export const secret = 'a secret for tests, thirty-two characters';

/** A server without its port: the real schema on a real database, at an instant of the test's choosing. */
export async function makeWorld(now = NOW): Promise<World> {
  const { orm, url: databaseUrl, close } = await freshDatabase();
  const clock = fixedClock(now);
  const logger = pino({ level: 'silent' });
  const apollo = makeApollo(schema, logger, []);
  await apollo.start();
  const ballotBox = new BallotBox({ databaseUrl, clock, logger, em: () => orm.em.fork() });
  const exposures = new ExposureCounter(() => orm.em.fork(), logger);
  const folder = await mkdtemp(join(tmpdir(), 'laurel-files-'));
  const storage = new LocalStorage(folder, secret);
  const contextOf = (viewer: Viewer | null, locale: Locale = 'en') =>
    makeContext({
      em: orm.em.fork(),
      viewer,
      isOperator: false,
      clock,
      locale,
      secret,
      ballotBox,
      exposures,
      storage,
    });
  return {
    orm,
    databaseUrl,
    storage,
    clock,
    contextOf,
    operator: () =>
      makeContext({ em: orm.em.fork(), viewer: null, isOperator: true, clock, locale: 'en', secret, storage }),
    async run(viewer, query, variables = {}, locale = 'en') {
      const response = await apollo.executeOperation({ query, variables }, { contextValue: contextOf(viewer, locale) });
      if (response.body.kind !== 'single') throw new Error('incremental answers are not expected');
      const { data, errors = [] } = response.body.singleResult;
      return {
        // Through JSON, as it would travel.
        data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
        errors: errors.map(({ message, extensions = {} }) => ({ message, code: String(extensions.code), extensions })),
      };
    },
    async close() {
      await apollo.stop();
      await ballotBox.close();
      await exposures.close();
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
