import { load, type Context } from '../../../core/context.ts';
import { emptyPage, largestPage, type Page } from '../../../core/graphql/page.ts';
import { badCursor, badPageSize } from '../../../core/graphql/refusals.ts';
import { isOrganizer } from '../../competitions/index.ts';
import { isMember } from '../../../people/organizations/index.ts';
import type { Entry } from '../entry.entity.ts';
import type { Receipt } from './receipt.types.ts';
import { receiptOf, type ReceiptRow } from './receipt-of.ts';

/** Receipts name people and hold everything that was handed in: they are for its organization and the organizers. */
export async function canReadReceipts(context: Context, entry: Entry): Promise<boolean> {
  return (await isMember(context, entry.organization.id)) || (await isOrganizer(context, entry.competition.id));
}

const encode = (revision: number) => Buffer.from(String(revision)).toString('base64');

function decode(context: Context, cursor: string): number {
  const revision = Buffer.from(cursor, 'base64').toString('utf8');
  if (!/^\d{1,9}$/.test(revision)) throw badCursor(context);
  return Number(revision);
}

/** The receipts of an entry, newest first; of many entries in one statement. */
export async function receiptsOf(
  context: Context,
  entry: Entry,
  { first, after }: { first: number; after?: string | null },
): Promise<Page<Receipt>> {
  if (!Number.isInteger(first) || first < 1 || first > largestPage) throw badPageSize(context);
  const before = after ? decode(context, after) : null;
  if (!(await canReadReceipts(context, entry))) return emptyPage();
  const rows = await load<ReceiptRow[]>(
    context,
    `entry.receipts/${first}/${after ?? ''}`,
    entry.id,
    async (ids) => Map.groupBy(await readRows(context, ids, before, first + 1), (row) => row.entry_id),
    [],
  );
  const edges = rows.slice(0, first).map((row) => ({ cursor: encode(row.revision), node: receiptOf(context, row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: before !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    // Every revision is kept, so the last one says how many there are.
    count: () => Promise.resolve(entry.revision),
  };
}

/** One receipt; null where there is none. */
export async function findReceipt(context: Context, entryId: string, revision: number): Promise<Receipt | null> {
  const [row] = await readRows(context, [entryId], revision + 1, 1);
  return row?.revision === revision ? receiptOf(context, row) : null;
}

const readRows = async (
  { em }: Context,
  ids: readonly string[],
  before: number | null,
  limit: number,
): Promise<ReceiptRow[]> =>
  await em.execute<ReceiptRow[]>(
    `select r.*, u.name as submitted_by, g.name_zh as region_zh, g.name_en as region_en, c.name_zh as category_zh,
       c.name_en as category_en, coalesce(f.files, '[]') as files
     from unnest(?::uuid[]) as e(id) cross join lateral (
       select * from entry_revisions where entry_id = e.id and (?::int is null or revision < ?::int)
       order by revision desc limit ?) r
     join entries n on n.id = e.id
     left join users u on u.id = r.submitted_by_id
     left join regions g on g.code = r.content ->> 'region'
     left join categories c on c.competition_id = n.competition_id and c.key = r.content ->> 'category'
     left join lateral (
       select jsonb_agg(jsonb_build_object('uploadId', a.upload_id, 'name', l.name, 'size', l.size, 'sha256', l.sha256)) as files
       from entry_attachments a join uploads l on l.id = a.upload_id
       where a.entry_id = r.entry_id and a.revision = r.revision) f on true
     order by r.revision desc`,
    [`{${ids.join(',')}}`, before, before, limit],
  );
