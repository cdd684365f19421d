import type { Context } from '../../core/context.ts';
import { databaseStatus } from '../../database/migrate.ts';
import { Failure } from '../../core/failure.ts';
import { Competition } from '../../competition/competitions/index.ts';

/** Tables of another version may lack what a question is about. */
export async function requireTables(databaseUrl: string): Promise<void> {
  const { pendingMigrations } = await databaseStatus(databaseUrl);
  if (pendingMigrations.length > 0) {
    throw new Failure(`${pendingMigrations.length} migrations wait to be applied; laurel migrate applies them.`);
  }
}

export async function findCompetition({ em }: Context, slug: string): Promise<Competition> {
  const competition = await em.fork().findOne(Competition, { slug });
  if (!competition) throw new Failure(`There is no competition ${slug}; laurel status names those there are.`);
  return competition;
}
