import type { Context } from '../../core/context.ts';
import type { Competition } from './competition.entity.ts';
import { isOrganizer } from './organizer.ts';

/** Whether everybody may know of it: one that is being set up, or rehearsed, is its organizers' alone. */
export const isPublic = ({ openedAt, isRehearsal }: Pick<Competition, 'openedAt' | 'isRehearsal'>): boolean =>
  Boolean(openedAt) && !isRehearsal;

export async function canSeeCompetition(context: Context, competition: Competition): Promise<boolean> {
  return isPublic(competition) || context.isOperator || (await isOrganizer(context, competition.id));
}

/** The same rule as a condition on a row of `competitions`; a test holds the two together. */
export const visibleCompetitions = (alias: string, viewerId: string | null): { sql: string; params: unknown[] } => ({
  sql: `((${alias}.opened_at is not null and not ${alias}.is_rehearsal) or exists (
    select from competition_organizers co where co.competition_id = ${alias}.id and co.user_id = ?))`,
  params: [viewerId],
});
