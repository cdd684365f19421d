import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { shownEmail } from '../../platform/identity/index.ts';
import { Organizer } from './setup.types.ts';

/** Who runs a competition; of many competitions in one statement. */
export async function organizersOf(context: Context, competitionId: string): Promise<Organizer[]> {
  return await load<Organizer[]>(
    context,
    'competition.organizers',
    competitionId,
    async (ids) => {
      const rows = await context.em.execute<{ competition_id: string; id: string; name: string; email: string }[]>(
        `select co.competition_id, u.id, u.name, u.email from competition_organizers co join users u on u.id = co.user_id
         where co.competition_id = any(?::uuid[]) order by u.created_at, u.id`,
        [`{${ids.join(',')}}`],
      );
      const people = rows.map((row) => ({
        of: row.competition_id,
        person: make(Organizer, { id: row.id, name: row.name, email: shownEmail(row) }),
      }));
      return new Map(
        [...Map.groupBy(people, ({ of }) => of)].map(([of, found]) => [of, found.map((one) => one.person)]),
      );
    },
    [],
  );
}
