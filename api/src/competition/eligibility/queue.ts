import type { Context } from '../../core/context.ts';
import type { PageSource } from '../../core/graphql/page.ts';
import { Entry, EntryStatus, patternsOf, regionAndInside, searchOf } from '../entries/index.ts';
import { recentSince } from '../../people/organizations/index.ts';
import { QueueMark, type QueueArgs } from './queue.types.ts';

interface Condition {
  sql: string;
  params?: unknown[];
}

/** What a mark means, as a condition on `entries e`. */
export function markSql(context: Context, mark: QueueMark): Condition {
  switch (mark) {
    case QueueMark.UNDECIDED:
      return {
        sql: `e.settled_as is null and not exists (select from decisions d where d.entry_id = e.id and d.revision = e.revision
            and d.undone_at is null and not d.is_settling and d.reviewer_id = ?)
          and not exists (select from organization_members m where m.organization_id = e.organization_id and m.user_id = ?
            and (m.left_at is null or m.left_at > ?))`,
        params: [context.viewer?.id ?? null, context.viewer?.id ?? null, recentSince(context)],
      };
    case QueueMark.SPLIT:
      return {
        sql: `e.settled_as is null and (select count(distinct d.verdict) from decisions d where d.entry_id = e.id
          and d.revision = e.revision and d.undone_at is null and not d.is_settling and d.verdict <> 'RETURN') > 1`,
      };
    case QueueMark.HELD:
      return { sql: "e.settled_as is not null and e.status in ('SUBMITTED', 'RETURNED')" };
    case QueueMark.DUPLICATE:
      return {
        sql: `exists (select from entry_likenesses l join entries o on o.id = l.other_id
          where l.entry_id = e.id and o.status <> 'WITHDRAWN')`,
      };
    case QueueMark.UNVERIFIED:
      return {
        sql: "exists (select from organizations o where o.id = e.organization_id and o.status <> 'VERIFIED')",
      };
    case QueueMark.LATE:
      return { sql: "e.status = 'RETURNED' and e.correction_until < ?", params: [context.clock.now()] };
    case QueueMark.COMING:
      return { sql: 'awaits_nomination(e.id)' };
  }
}

/** Entries of a competition as reviewers go through them, by number. */
export function reviewQueue(context: Context, args: QueueArgs): PageSource<Entry> {
  const search = searchOf(args.search);
  const { status, mark, categoryKey, regionCode } = args;
  const where: Condition[] = [{ sql: 'e.status = ?', params: [status] }];
  if (mark) where.push(markSql(context, mark));
  if (status === EntryStatus.SUBMITTED && mark !== QueueMark.COMING) {
    where.push({ sql: 'not awaits_nomination(e.id)' });
  }
  if (categoryKey) {
    where.push({ sql: 'e.category_id in (select id from categories where key = ?)', params: [categoryKey] });
  }
  if (regionCode) where.push({ sql: `e.region_id in (${regionAndInside})`, params: [regionCode] });
  for (const pattern of patternsOf(search)) where.push({ sql: 'e.search_text like ?', params: [pattern] });
  return {
    entity: Entry,
    name: `desk.queue/${JSON.stringify([status, mark, categoryKey, regionCode, search])}`,
    from: 'entries e',
    alias: 'e',
    parent: 'e.competition_id',
    where,
    order: { sql: 'e.number', type: 'integer' },
  };
}
