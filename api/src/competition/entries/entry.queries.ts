import { createHash } from 'node:crypto';
import { limits } from '@laurel/schema/limits';
import { rowsBy } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { canSeeCompetition } from '../competitions/index.ts';
import { Entry } from './entry.entity.ts';
import { blindToEntries, visibleTo } from './entry.policy.ts';
import { EntryOrder, type EntriesArgs } from './entry.types.ts';

export const EntryConnection = connectionOf(() => Entry, 'Entry');

type Condition = { sql: string; params?: unknown[] };

/**
 * Accepted entries of a competition, as voters browse them. Of what the viewer judges blind, a region lists nothing and
 * a search knows only the number: either would say whose it is.
 */
export async function acceptedEntries(context: Context, args: EntriesArgs): Promise<PageSource<Entry>> {
  const blind = await blindToEntries(context);
  const where: Condition[] = [{ sql: "e.status = 'ACCEPTED'" }];
  if (args.categoryKey) {
    where.push({ sql: 'e.category_id in (select id from categories where key = ?)', params: [args.categoryKey] });
  }
  if (args.regionCode) {
    where.push({ sql: `e.region_id in (${regionAndInside})`, params: [args.regionCode] });
    if (blind) where.push({ sql: `not ${blind.sql}`, params: blind.params });
  }
  if (args.shortlisted !== null && args.shortlisted !== undefined) {
    where.push({ sql: `e.shortlisted_at is ${args.shortlisted ? 'not ' : ''}null` });
  }
  const search = searchOf(args.search);
  const searched = blind
    ? { sql: `case when ${blind.sql} then e.number::text else e.search_text end`, params: blind.params }
    : { sql: 'e.search_text', params: [] };
  for (const pattern of patternsOf(search)) {
    where.push({ sql: `(${searched.sql}) like ?`, params: [...searched.params, pattern] });
  }
  const seed = shuffleSeed(context, args.shuffleSeed);
  return {
    entity: Entry,
    name: `competition.entries/${JSON.stringify([args.categoryKey, args.regionCode, args.shortlisted, search, args.order, seed])}`,
    from: 'entries e',
    alias: 'e',
    parent: 'e.competition_id',
    where,
    order:
      args.order === EntryOrder.NUMBER
        ? { sql: 'e.number', type: 'integer' }
        : { sql: 'md5(? || e.id::text)', params: [seed], type: 'text' },
  };
}

export const regionAndInside = `with recursive r as (
    select id from regions where code = ? union all select c.id from regions c join r on c.parent_id = r.id)
  select id from r`;

/** What is searched for, as the text that is searched is written. */
export const searchOf = (search: string | null | undefined): string =>
  Array.from(search ?? '')
    .slice(0, limits.search)
    .join('')
    .toLowerCase();

/** For `like`, one for each word. */
export const patternsOf = (search: string): string[] =>
  search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/** One order for one person: of a signed-in viewer by who they are, of a visitor by the seed their device keeps. */
function shuffleSeed({ viewer, secret }: Context, given: string | null | undefined): string {
  if (!viewer) return (given ?? '').slice(0, 64);
  return createHash('sha256').update(`shuffle/${secret}/${viewer.id}`).digest('base64url').slice(0, 16);
}

/** Newest first; without those that the viewer judges blind. */
export async function entriesOfOrganization(context: Context): Promise<PageSource<Entry>> {
  const blind = await blindToEntries(context);
  return {
    entity: Entry,
    name: 'organization.entries',
    from: 'entries e',
    alias: 'e',
    parent: 'e.organization_id',
    where: [
      visibleTo(context.viewer?.id ?? null),
      ...(blind ? [{ sql: `not ${blind.sql}`, params: blind.params }] : []),
    ],
    order: { sql: 'e.submitted_at', type: 'timestamptz', descending: true },
  };
}

const madeFrom = rowsBy(Entry, 'project', { orderBy: { submittedAt: 'desc', id: 1 }, populate: ['competition'] });

/** All entries made from a project that the viewer may see, newest first. */
export async function entriesOfProject(context: Context, projectId: string): Promise<Entry[]> {
  const all = await madeFrom(context, projectId);
  const seen = await Promise.all(
    all.map(async ({ competition }) => canSeeCompetition(context, await competition.loadOrFail())),
  );
  return all.filter((_, index) => seen[index]);
}
