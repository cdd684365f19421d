import { load, type Context } from '../../../core/context.ts';
import type { Bilingual } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { Organization } from '../organization.entity.ts';
import { SimilarOrganization } from '../organization.types.ts';

/** So many are worth looking at. */
const most = 5;
/**
 * Share of common trigrams from which two names may mean one body. Names of one county have their beginning and often
 * their end in common, so less than this finds its neighbors.
 */
const likeness = 0.5;

/**
 * Organizations `o` of a name like that of `n`, in its region, in one around it or inside it, most alike first. The same
 * body is often registered once for its county and once for its city.
 */
const similarTo = `
  with recursive up as (select n.region_id as id union select r.parent_id from regions r join up on up.id = r.id where r.parent_id is not null),
    down as (select n.region_id as id union select r.id from regions r join down on r.parent_id = down.id)
  select o.id, greatest(similarity(o.name_zh, n.name_zh), similarity(o.name_en, n.name_en)) as likeness
  from organizations o
  where o.id is distinct from n.id and o.status <> 'REFUSED' and o.rehearsal_id is null
    and o.region_id in (select id from up union all select id from down)
    and (similarity(o.name_zh, n.name_zh) >= ${likeness} or similarity(o.name_en, n.name_en) >= ${likeness})
  order by 2 desc, o.id limit ${most}`;

/** Of a name that nothing has yet. */
export async function similarNames(
  context: Context,
  name: Bilingual,
  regionId: string,
): Promise<SimilarOrganization[]> {
  const rows = await context.em.execute<{ id: string }[]>(
    `select s.id from (values (null::uuid, ?::text, ?::text, ?::uuid)) as n(id, name_zh, name_en, region_id)
     cross join lateral (${similarTo}) s`,
    [name.zh ?? null, name.en ?? null, regionId],
  );
  const found = await read(context, rows);
  return rows.flatMap(({ id }) => found.get(id) ?? []);
}

/** Of an organization; of many in one statement. */
export async function similarOrganizations(context: Context, organizationId: string): Promise<SimilarOrganization[]> {
  return await load<SimilarOrganization[]>(
    context,
    'organization.similar',
    organizationId,
    async (ids) => {
      const rows = await context.em.execute<{ of: string; id: string }[]>(
        `select n.id as of, s.id from organizations n cross join lateral (${similarTo}) s where n.id = any(?::uuid[])`,
        [`{${ids.join(',')}}`],
      );
      const found = await read(context, rows);
      const groups = Map.groupBy(rows, ({ of }) => of);
      return new Map([...groups].map(([of, own]) => [of, own.flatMap(({ id }) => found.get(id) ?? [])]));
    },
    [],
  );
}

async function read(
  { em, locale }: Context,
  rows: readonly { id: string }[],
): Promise<Map<string, SimilarOrganization>> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const found = ids.length > 0 ? await em.find(Organization, { id: { $in: ids } }, { populate: ['region'] }) : [];
  return new Map(
    found.map(({ id, slug, name, kind, region, status }) => [
      id,
      make(SimilarOrganization, { slug, name: name.in(locale), kind, region: region.$, status }),
    ]),
  );
}
