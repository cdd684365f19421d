import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../../core/context.ts';

/** Counted votes of an entry; of many entries in one statement. */
export async function votesOf(context: Context, entryId: string): Promise<number> {
  return await load(
    context,
    'entry.votes',
    entryId,
    async (ids) => {
      const rows = await context.em.execute<{ entry_id: string; votes: number }[]>(
        'select entry_id, sum(votes)::int as votes from tally_parts where entry_id = any(?::uuid[]) group by entry_id',
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.entry_id, row.votes]));
    },
    0,
  );
}

/** Counted votes of all entries of a competition that have any, by entry. */
export async function talliesOf(em: EntityManager, competitionId: string): Promise<Map<string, number>> {
  const rows = await em.execute<{ entry_id: string; votes: number }[]>(
    'select entry_id, sum(votes)::int as votes from tally_parts where competition_id = ? group by entry_id',
    [competitionId],
  );
  return new Map(rows.map((row) => [row.entry_id, row.votes]));
}
