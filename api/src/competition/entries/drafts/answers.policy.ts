import { isSelected } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { isMember } from '../../../people/organizations/index.ts';
import { isOrganizer } from '../../competitions/index.ts';
import type { Entry } from '../entry.entity.ts';

/**
 * Only the organization, the organizers and the judges read answers, which may be telephone numbers; the public sees the
 * entry without them.
 */
export async function canReadAnswers(context: Context, entry: Entry): Promise<boolean> {
  if (context.isOperator) return true;
  if (await isMember(context, entry.organization.id)) return true;
  return (await isOrganizer(context, entry.competition.id)) || (await isJudge(context, entry.competition.id));
}

async function isJudge(context: Context, competitionId: string): Promise<boolean> {
  const { viewer } = context;
  if (!viewer || viewer.holdsSeat === false) return false;
  return await isSelected(
    context,
    'viewer.judges',
    competitionId,
    `select distinct p.competition_id as id from judges j join panels p on p.id = j.panel_id
     where p.competition_id = any(?::uuid[]) and j.user_id = ? and j.retired_at is null`,
    [viewer.id],
  );
}
