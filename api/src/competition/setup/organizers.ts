import { selectRows } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { shownEmail } from '../../platform/identity/index.ts';
import { Organizer } from './setup.types.ts';

/** Who runs a competition; of many competitions in one statement. */
export async function organizersOf(context: Context, competitionId: string): Promise<Organizer[]> {
  const rows = await selectRows<{ user_id: string; name: string; email: string }>(
    context,
    'competition.organizers',
    competitionId,
    `select co.competition_id as id, u.id as user_id, u.name, u.email
     from competition_organizers co join users u on u.id = co.user_id
     where co.competition_id = any(?::uuid[]) order by u.created_at, u.id`,
  );
  return rows.map(({ user_id: id, name, email }) => make(Organizer, { id, name, email: shownEmail({ email }) }));
}
