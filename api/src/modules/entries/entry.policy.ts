import type { Context } from '../../context.ts';
import { isOrganizer } from '../competitions/index.ts';
import { isMember } from '../organizations/index.ts';
import { EntryStatus, type Entry } from './entry.entity.ts';

/** Everybody sees accepted entries; the rest only those who handed them in and those who run the competition. */
export async function canSeeEntry(context: Context, entry: Entry): Promise<boolean> {
  if (entry.status === EntryStatus.ACCEPTED || context.isOperator) return true;
  return (await isMember(context, entry.organization.id)) || (await isOrganizer(context, entry.competition.id));
}

/** The same rule as a condition on `entries e`; a test holds the two together. */
export const visibleTo = (viewerId: string | null): { sql: string; params: unknown[] } => ({
  sql: `(e.status = 'ACCEPTED'
    or exists (select from organization_members m where m.organization_id = e.organization_id and m.user_id = ?)
    or exists (select from competition_organizers o where o.competition_id = e.competition_id and o.user_id = ?))`,
  params: [viewerId, viewerId],
});
