import { isSelected } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { assertSignedIn } from '../../core/graphql/operator.ts';
import { forbidden, isId, notFound } from '../../core/graphql/refusals.ts';

/** Whether the viewer runs a competition; asked for many at once in one statement. */
export async function isOrganizer(context: Context, competitionId: string): Promise<boolean> {
  const { viewer } = context;
  if (!viewer) return false;
  return await isSelected(
    context,
    'organizer',
    competitionId,
    'select competition_id as id from competition_organizers where competition_id = any(?::uuid[]) and user_id = ?',
    [viewer.id],
  );
}

/** Comes before anything is parsed or read, so that others learn nothing. The operator passes. */
export async function assertOrganizer(context: Context, competitionId: string): Promise<void> {
  assertSignedIn(context);
  if (!isId(competitionId)) throw notFound(context);
  if (context.isOperator) return;
  if (await isOrganizer(context, competitionId)) return;
  // To others, one that is being set up or rehearsed does not exist.
  const [hidden] = await context.em.execute<unknown[]>(
    'select id from competitions where id = ? and (opened_at is null or is_rehearsal)',
    [competitionId],
  );
  throw hidden ? notFound(context) : forbidden(context);
}
