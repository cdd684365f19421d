import type { MigrationSql } from './migration-sql.ts';

export const sql: MigrationSql = {
  up: [
    'create table "uncompared_entries" ("entry_id" uuid not null, primary key ("entry_id"))',
    `create or replace function "entries_entries_compared_fn"() returns trigger as $$ begin begin
      if new.revision > 0 and (tg_op = 'INSERT' or new.revision <> old.revision) then
        insert into uncompared_entries (entry_id) values (new.id) on conflict do nothing;       end if;       return null;     end; end; $$ language plpgsql`,
    // What the sketches say decides who is looked at closely: the trigrams of whole texts are dear.
    `create or replace function compare_entry(which uuid) returns void language plpgsql
  set pg_trgm.similarity_threshold = 0.45 as $$
declare
  e entries;
begin
  select * into e from entries where id = which;
  delete from entry_likenesses where entry_id = which or other_id = which;
  with written as (
    select id, share from (
      select id, (select count(*) from unnest(sketch) as h where h = any(e.sketch))::real
        / greatest(cardinality(e.sketch), 1) as share
      from entries where sketch && e.sketch and id <> which) o
    where share >= 0.25
  ), near as (
    select id from entries where competition_id = e.competition_id and id <> which
      and (title_zh % e.title_zh or title_en % e.title_en or organization_id = e.organization_id)
    union select id from written
  ), guessed as (
    select o.id, o.sections, o.competition_id = e.competition_id as is_beside,
      o.organization_id = e.organization_id as is_kin,
      coalesce(greatest(similarity(o.title_zh, e.title_zh), similarity(o.title_en, e.title_en)), 0) as title,
      coalesce(w.share, 0) as share
    from near join entries o using (id) left join written w using (id)
  ), nearest as (
    select * from guessed
    where case when is_beside then title > 0.45 or share >= 0.25 or (is_kin and title > 0.3) else share >= 0.5 end
    order by is_beside desc, greatest(title, share) desc, id limit 20
  ), compared as (
    select id, is_beside, is_kin, title, case when share = 0 then 0
      else similarity(text_of_sections(sections), text_of_sections(e.sections)) end as words
    from nearest
  ), alike as (
    select id, title, words from compared
    where case when is_beside then title > 0.45 or words > 0.35 or (is_kin and title > 0.3) else words > 0.8 end
  )
  insert into entry_likenesses (entry_id, other_id, title, text)
  select which, id, title, words from alike union all select id, which, title, words from alike;
end $$`,
  ],
  down: [
    `create or replace function "entries_entries_compared_fn"() returns trigger as $$ begin begin
      if new.revision > 0 and (tg_op = 'INSERT' or new.revision <> old.revision) then
        perform compare_entry(new.id);       end if;       return null;     end; end; $$ language plpgsql`,
    'drop table "uncompared_entries"',
  ],
};
