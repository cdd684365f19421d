import { type Context, makeContext } from '../core/context.ts';
import { systemClock } from '../core/clock.ts';
import { openOrm } from '../database/mikro-orm.config.ts';
import { type Settings, withSecret } from '../server/env.ts';

/** Runs `work` as the operator of this installation. */
export async function asOperator<Result>(
  settings: Settings,
  databaseUrl: string,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const { secret } = withSecret(settings);
  const orm = await openOrm(databaseUrl, { logger: () => undefined });
  try {
    const parts = { em: orm.em.fork(), viewer: null, clock: systemClock, locale: 'en', secret } as const;
    return await work(makeContext({ ...parts, isOperator: true }));
  } finally {
    await orm.close(true);
  }
}
