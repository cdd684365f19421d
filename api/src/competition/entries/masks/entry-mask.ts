import { load, type Context } from '../../../core/context.ts';
import type { Bilingual } from '../../../core/graphql/localized-text.ts';
import type { Entry } from '../entry.entity.ts';
import { isBlindToEntry } from '../entry.policy.ts';
import { maskerOf } from './mask.ts';
import { namesOfBody, namesOfRegion } from './short-names.ts';

type Masker = (text: string) => string;
const asItIs: Masker = (text) => text;

/** What the viewer may read of the texts of an entry: all, or, where they judge it blind, all but its names. */
export async function maskOf(context: Context, entry: Entry): Promise<Masker> {
  if (!(await isBlindToEntry(context, entry))) return asItIs;
  return await load(context, 'entry.mask', entry.id, (ids) => readMasks(context, ids), asItIs);
}

interface Row extends Bilingual {
  entry_id: string;
  kind: 'BODY' | 'TEAM' | 'REGION' | 'WORD';
}

/** People who left are masked as well: their names stand in what was written while they were there. */
async function readMasks(context: Context, ids: readonly string[]): Promise<Map<string, Masker>> {
  const rows = await context.em.execute<Row[]>(
    `with recursive e as (select * from entries where id = any(?::uuid[])),
       body as (
         select e.id as entry_id, o.* from e join organizations o on o.id = e.organization_id),
       team as (
         select e.id as entry_id, t.id, t.name_zh, t.name_en, t.region_id from e join teams t on t.organization_id = e.organization_id
         union select e.id, t.id, t.name_zh, t.name_en, t.region_id
         from e join activities a on a.project_id = e.project_id join teams t on t.id = a.team_id),
       place as (
         (select id as entry_id, region_id from e union select entry_id, region_id from body
           union select entry_id, region_id from team)
         union select place.entry_id, r.parent_id from place join regions r on r.id = place.region_id
         where r.parent_id is not null)
     select entry_id, 'BODY' as kind, name_zh as zh, name_en as en from body
     union select entry_id, 'TEAM', name_zh, name_en from team
     union select p.entry_id, 'REGION', r.name_zh, r.name_en from place p join regions r on r.id = p.region_id
     union select entry_id, 'WORD', slug, null from body
     union select e.id, 'WORD', u.name, null from e
       join organization_members m on m.organization_id = e.organization_id join users u on u.id = m.user_id
     union select e.id, 'WORD', v.number, null from e
       cross join lateral regexp_matches(
         concat_ws(' ', e.title_zh, e.title_en, e.summary_zh, e.summary_en, e.beneficiaries,
           (select string_agg(s ->> 'text', ' ') from jsonb_array_elements(e.sections) s),
           (select string_agg(a ->> 'value', ' ') from jsonb_array_elements(e.answers) a),
           (select string_agg(concat_ws(' ', a.caption_zh, a.caption_en), ' ') from entry_attachments a where a.entry_id = e.id)),
         '[A-Za-z0-9_-]+', 'g') as word(parts)
       join volunteers v on v.number in (word.parts[1], upper(word.parts[1]))`,
    [`{${ids.join(',')}}`],
  );
  return new Map([...Map.groupBy(rows, (row) => row.entry_id)].map(([id, found]) => [id, maskerOf(namesIn(found))]));
}

function namesIn(rows: readonly Row[]): string[] {
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  const full = [...of('BODY'), ...of('WORD')].flatMap(({ zh, en }) => [zh ?? '', en ?? '']);
  const regions = of('REGION').flatMap(namesOfRegion);
  return [...full, ...regions, ...[...of('BODY'), ...of('TEAM')].flatMap((body) => namesOfBody(body, regions))];
}
