import type { Context } from '../../../core/context.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { assertOrganizer } from '../../../competition/competitions/index.ts';
import { Judge } from '../judging.entity.ts';

/** A judge that an organizer wants to change, with the competition the organizer must run. */
export async function judgeForOrganizer(
  context: Context,
  judgeId: string,
): Promise<{ judge: Judge; competitionId: string }> {
  assertSignedIn(context);
  const judge = isId(judgeId) ? await context.em.fork().findOne(Judge, { id: judgeId }, { populate: ['panel'] }) : null;
  if (!judge) throw notFound(context);
  const competitionId = judge.panel.$.competition.id;
  await assertOrganizer(context, competitionId);
  return { judge, competitionId };
}
