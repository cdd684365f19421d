import { isSelected } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { isMember } from '../../people/organizations/index.ts';
import { blindToProject, isBlindToProject, type BlindCondition } from '../../work/projects/index.ts';
import { canSeeCompetition, isOrganizer, visibleCompetitions } from '../competitions/index.ts';
import { EntryStatus, type Entry } from './entry.entity.ts';

/**
 * Everybody sees accepted entries; the rest only those who handed them in, those who act for a unit that they have come
 * up to, and those who run the competition. Where the competition is not seen, neither are its entries.
 */
export async function canSeeEntry(context: Context, entry: Entry): Promise<boolean> {
  if (!(await canSeeCompetition(context, await entry.competition.loadOrFail()))) return false;
  if (entry.status === EntryStatus.ACCEPTED || context.isOperator) return true;
  return (
    (await isMember(context, entry.organization.id)) ||
    (await isOrganizer(context, entry.competition.id)) ||
    (await hasComeUp(context, entry.id))
  );
}

/** That an entry has come up to a sending unit for which a person acts, as a condition on `entries e`. */
const hasComeUpTo = `(e.status <> 'WITHDRAWN' and exists (
  select from sending_units u join organization_members m on m.organization_id = u.organization_id
  where u.competition_id = e.competition_id and m.user_id = ? and m.left_at is null and came_up(e.id, u.id)))`;

/** The same for one entry; asked for many at once in one statement. */
async function hasComeUp(context: Context, entryId: string): Promise<boolean> {
  const { viewer } = context;
  if (!viewer) return false;
  const statement = `select e.id from entries e where e.id = any(?::uuid[]) and ${hasComeUpTo}`;
  return await isSelected(context, 'entry.hasComeUp', entryId, statement, [viewer.id]);
}

/** The same rule as a condition on `entries e`; a test holds the two together. */
export function visibleTo(viewerId: string | null): { sql: string; params: unknown[] } {
  const competition = visibleCompetitions('c', viewerId);
  return {
    sql: `(e.status = 'ACCEPTED'
      or exists (select from organization_members m where m.organization_id = e.organization_id and m.user_id = ?
        and m.left_at is null)
      or exists (select from competition_organizers o where o.competition_id = e.competition_id and o.user_id = ?)
      or ${hasComeUpTo})
      and exists (select from competitions c where c.id = e.competition_id and ${competition.sql})`,
    params: [viewerId, viewerId, viewerId, ...competition.params],
  };
}

/** Whether it may be handed in anew, its time aside: that of submissions or, where it was returned, that of its correction. */
export const isOpenToRevision = ({ status }: Pick<Entry, 'status'>): boolean =>
  status === EntryStatus.SUBMITTED || status === EntryStatus.RETURNED;

/** Whether the viewer must not learn whose entry it is. Organizers of its competition may, members know. */
export async function isBlindToEntry(context: Context, entry: Entry): Promise<boolean> {
  return (await isBlindToProject(context, entry.project.id)) && !(await isOrganizer(context, entry.competition.id));
}

/** The same as a condition on `entries e`, null where it holds of none; a test holds the two together. */
export async function blindToEntries(context: Context): Promise<BlindCondition | null> {
  const blind = await blindToProject(context, 'e.project_id');
  return (
    blind && {
      sql: `(${blind.sql} and not exists (
        select from competition_organizers o where o.competition_id = e.competition_id and o.user_id = ?))`,
      params: [...blind.params, context.viewer?.id ?? null],
    }
  );
}
