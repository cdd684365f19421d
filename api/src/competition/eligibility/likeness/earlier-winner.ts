import { load, type Context } from '../../../core/context.ts';
import { isOrganizer } from '../../competitions/index.ts';
import { canSeeEntry, Entry } from '../../entries/index.ts';

/**
 * The entry with which the same work won first prize in another competition, under any name, once those results are
 * published. For organizers, whose regulations say whether it may compete again.
 */
export async function earlierWinnerOf(context: Context, entry: Entry): Promise<Entry | null> {
  if (!(await isOrganizer(context, entry.competition.id))) return null;
  const winner = await load<Entry | null>(
    context,
    'entry.earlierWinner',
    entry.id,
    async (ids) => {
      const rows = await context.em.execute<{ id: string; winner: string }[]>(
        `select * from (select id, earlier_winner(id) as winner from unnest(?::uuid[]) as e(id)) w where winner is not null`,
        [`{${ids.join(',')}}`],
      );
      const found = await context.em.find(Entry, { id: { $in: rows.map(({ winner: id }) => id) } });
      const byId = new Map(found.map((one) => [one.id, one]));
      return new Map(rows.map((row) => [row.id, byId.get(row.winner) ?? null]));
    },
    null,
  );
  return winner && (await canSeeEntry(context, winner)) ? winner : null;
}
