import type { MigrationSql } from './migration-sql.ts';

export const sql: MigrationSql = {
  up: [
    'create table "entry_likenesses" ("entry_id" uuid not null, "other_id" uuid not null, "title" real not null, "text" real not null, primary key ("entry_id", "other_id"))',
    'create index "entry_likenesses_other_id_index" on "entry_likenesses" ("other_id")',
    'create table "decisions" ("id" uuid not null, "entry_id" uuid not null, "revision" int not null, "reviewer_id" uuid null, "verdict" text not null, "reason" text null, "fields" jsonb not null default \'[]\', "correction_until" timestamptz null, "is_settling" boolean not null default false, "decided_at" timestamptz not null, "undone_at" timestamptz null, "undone_by_id" uuid null, primary key ("id"))',
    'create index "decisions_reviewer_id_index" on "decisions" ("reviewer_id")',
    'create index "decisions_entry_id_decided_at_index" on "decisions" ("entry_id", "decided_at")',
    'create unique index decisions_one_settling on decisions (entry_id, revision)\n    where undone_at is null and is_settling',
    "create unique index decisions_one_return on decisions (entry_id, revision)\n    where undone_at is null and verdict = 'RETURN'",
    "create unique index decisions_one_per_reviewer on decisions (entry_id, revision, reviewer_id)\n    where undone_at is null and not is_settling and verdict <> 'RETURN'",
    'alter table "entries" drop constraint "entries_status_check"',
    'drop trigger if exists "entries_frozen" on "entries"',
    'drop function if exists "entries_entries_frozen_fn"()',
    'alter table "entries" add "settled_as" text null, add "correction_until" timestamptz null, add "sketch" int[] null',
    'drop index "entries_one_per_project"',
    "create unique index entries_one_per_project on entries (competition_id, project_id) where status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')",
    'create index entries_sketch on entries using gin (sketch)',
    'create index entries_title_en_like on entries using gin (title_en gin_trgm_ops)',
    'create index entries_title_zh_like on entries using gin (title_zh gin_trgm_ops)',
    "alter table \"entries\" add constraint \"entries_settled_as\" check (settled_as in ('ACCEPT', 'REJECT') and not (settled_as = 'ACCEPT' and status = 'REJECTED')\n    and not (settled_as = 'REJECT' and status = 'ACCEPTED'))",
    'alter table "entries" add constraint "entries_returned_until" check (status <> \'RETURNED\' or correction_until is not null)',
    "alter table \"entries\" add constraint \"entries_status_check\" check (\"status\" in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'))",
    // A text by the smallest hashes of its trigrams: two that share a quarter of them are worth comparing.
    `create function text_of_sections(sections jsonb) returns text language sql immutable as $$
  select string_agg(s ->> 'text', E'\\n') from jsonb_array_elements(sections) as s $$`,
    `create function sketch_of(words text) returns int[] language sql immutable as $$
  select array(select distinct hashtext(t) from unnest(show_trgm(words)) as t order by 1 limit 64) $$`,
    // The twenty likest are kept: who copied from a template is like everybody.
    `create function compare_entry(which uuid) returns void language plpgsql set pg_trgm.similarity_threshold = 0.3 as $$
declare
  e entries;
begin
  select * into e from entries where id = which;
  delete from entry_likenesses where entry_id = which or other_id = which;
  with titled as (
    select id from entries where competition_id = e.competition_id and id <> which
      and (title_zh % e.title_zh or title_en % e.title_en)
  ), written as (
    select id from entries where id <> which and sketch && e.sketch
      and (select count(*) from unnest(sketch) as h where h = any(e.sketch)) * 4 >= cardinality(e.sketch)
  ), compared as (
    select o.id, o.competition_id = e.competition_id as is_beside, o.organization_id = e.organization_id as is_kin,
      coalesce(greatest(similarity(o.title_zh, e.title_zh), similarity(o.title_en, e.title_en)), 0) as title,
      similarity(text_of_sections(o.sections), text_of_sections(e.sections)) as words
    from entries o where o.id in (select id from titled union select id from written)
  ), alike as (
    select id, title, words, is_beside from compared
    where case when is_beside then title > 0.45 or words > 0.35 or (is_kin and title > 0.3) else words > 0.8 end
    order by is_beside desc, greatest(title, words) desc, id limit 20
  )
  insert into entry_likenesses (entry_id, other_id, title, text)
  select which, id, title, words from alike union all select id, which, title, words from alike;
end $$`,
    'create or replace function "entries_entries_compared_fn"() returns trigger as $$ begin begin\n      if new.revision > 0 and (tg_op = \'INSERT\' or new.revision <> old.revision) then\n        perform compare_entry(new.id);       end if;       return null;     end; end; $$ language plpgsql',
    'create trigger "entries_compared" AFTER INSERT OR UPDATE on "entries" for each ROW execute function "entries_entries_compared_fn"()',
    'create or replace function "entries_entries_sketched_fn"() returns trigger as $$ begin begin\n      if new.revision > 0 and (tg_op = \'INSERT\' or new.revision <> old.revision) then\n        new.sketch := sketch_of(text_of_sections(new.sections));       end if;       return new;     end; end; $$ language plpgsql',
    'create trigger "entries_sketched" BEFORE INSERT OR UPDATE on "entries" for each ROW execute function "entries_entries_sketched_fn"()',
    "create or replace function \"entries_entries_status_moves_fn\"() returns trigger as $$ begin begin\n      if new.status = old.status then\n        return new;       end if;       if (old.status, new.status) not in (('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'REJECTED'),\n          ('SUBMITTED', 'WITHDRAWN'), ('RETURNED', 'SUBMITTED'), ('RETURNED', 'REJECTED'), ('RETURNED', 'WITHDRAWN'),\n          ('ACCEPTED', 'SUBMITTED'), ('ACCEPTED', 'WITHDRAWN'), ('REJECTED', 'SUBMITTED'), ('REJECTED', 'RETURNED')) then\n        raise exception 'an entry does not go from % to %', old.status, new.status using errcode = 'check_violation';       end if;       if old.status in ('ACCEPTED', 'REJECTED') and new.status <> 'WITHDRAWN' and exists (select from stages\n          where competition_id = new.competition_id and kind in ('VOTING', 'REVIEW', 'PAPERS', 'FINAL') and has_opened(id)) then\n        raise exception 'voting or judging has opened; decisions stand' using errcode = 'check_violation';       end if;       if old.status = 'RETURNED' and new.status = 'SUBMITTED' and new.revision > old.revision\n          and new.submitted_at > old.correction_until then\n        raise exception 'the time for corrections is over' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entries_status_moves" BEFORE UPDATE on "entries" for each ROW execute function "entries_entries_status_moves_fn"()',
    "create or replace function \"entries_entries_frozen_fn\"() returns trigger as $$ begin begin\n      if (new.title_zh, new.title_en, new.summary_zh, new.summary_en, new.language, new.started_on, new.ended_on,\n          new.beneficiaries, new.video_url, new.sections, new.answers, new.project_id, new.revision)\n          is distinct from (old.title_zh, old.title_en, old.summary_zh, old.summary_en, old.language, old.started_on,\n          old.ended_on, old.beneficiaries, old.video_url, old.sections, old.answers, old.project_id, old.revision)\n          and (new.revision <> old.revision + 1 or old.status not in ('SUBMITTED', 'RETURNED')) then\n        raise exception 'a frozen copy changes by being handed in anew' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entries_frozen" BEFORE UPDATE on "entries" for each ROW execute function "entries_entries_frozen_fn"()',
    'alter table "message_templates" drop constraint "message_templates_kind_check"',
    "alter table \"message_templates\" add constraint \"message_templates_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED'))",
    'alter table "messages" drop constraint "messages_kind_check"',
    "alter table \"messages\" add constraint \"messages_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED'))",
    'alter table "entry_likenesses" add constraint "entry_likenesses_of_two" check (entry_id <> other_id)',
    'alter table "decisions" add constraint "decisions_entry_id_foreign" foreign key ("entry_id") references "entries" ("id") on delete restrict',
    'alter table "decisions" add constraint "decisions_reviewer_id_foreign" foreign key ("reviewer_id") references "users" ("id") on delete restrict',
    'alter table "decisions" add constraint "decisions_undone_by_id_foreign" foreign key ("undone_by_id") references "users" ("id") on delete restrict',
    'alter table "decisions" add constraint "decisions_undone_by_somebody" check ((undone_at is null) = (undone_by_id is null))',
    'alter table "decisions" add constraint "decisions_fields_list" check (jsonb_typeof(fields) = \'array\')',
    'alter table "decisions" add constraint "decisions_returned_until" check ((verdict = \'RETURN\') = (correction_until is not null))',
    'alter table "decisions" add constraint "decisions_with_reason" check (reason is not null or (verdict = \'ACCEPT\' and not is_settling))',
    'alter table "decisions" add constraint "decisions_verdict_check" check ("verdict" in (\'ACCEPT\', \'REJECT\', \'RETURN\'))',
    "create or replace function \"decisions_decisions_kept_fn\"() returns trigger as $$ begin begin\n      if tg_op = 'DELETE' or old.undone_at is not null or new.undone_at is null\n          or to_jsonb(new) - 'undone_at' - 'undone_by_id' <> to_jsonb(old) - 'undone_at' - 'undone_by_id' then\n        raise exception 'a decision is kept; it can be undone once' using errcode = 'check_violation';       end if;       if exists (select from stages s join entries e on e.competition_id = s.competition_id\n          where e.id = old.entry_id and s.kind in ('VOTING', 'REVIEW', 'PAPERS', 'FINAL') and has_opened(s.id)) then\n        raise exception 'voting or judging has opened; decisions stand' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "decisions_kept" BEFORE UPDATE OR DELETE on "decisions" for each ROW execute function "decisions_decisions_kept_fn"()',
    "create or replace function \"decisions_decisions_fitting_fn\"() returns trigger as $$ begin begin\n      if not exists (select from entries where id = new.entry_id and revision = new.revision\n          and status in ('SUBMITTED', 'RETURNED')) then\n        raise exception 'only what waits is decided on' using errcode = 'check_violation';       end if;       if exists (select from entries e join organization_members m on m.organization_id = e.organization_id\n          where e.id = new.entry_id and m.user_id = new.reviewer_id and m.left_at is null) then\n        raise exception 'nobody decides on what is their own' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "decisions_fitting" BEFORE INSERT on "decisions" for each ROW execute function "decisions_decisions_fitting_fn"()',
    // What waits in the tables is compared as if it came in now.
    'update entries set sketch = sketch_of(text_of_sections(sections)) where revision > 0',
    'select compare_entry(id) from entries where revision > 0 order by number',
  ],
  down: [
    'drop table if exists "entry_likenesses" cascade',
    'drop trigger if exists "decisions_kept" on "decisions"',
    'drop function if exists "decisions_decisions_kept_fn"()',
    'drop trigger if exists "decisions_fitting" on "decisions"',
    'drop function if exists "decisions_decisions_fitting_fn"()',
    'drop table if exists "decisions" cascade',
    'drop index "entries_sketch"',
    'drop index "entries_title_en_like"',
    'drop index "entries_title_zh_like"',
    'alter table "entries" drop constraint "entries_settled_as"',
    'alter table "entries" drop constraint "entries_returned_until"',
    'alter table "entries" drop constraint "entries_status_check"',
    'drop trigger if exists "entries_compared" on "entries"',
    'drop function if exists "entries_entries_compared_fn"()',
    'drop trigger if exists "entries_sketched" on "entries"',
    'drop function if exists "entries_entries_sketched_fn"()',
    'drop trigger if exists "entries_status_moves" on "entries"',
    'drop function if exists "entries_entries_status_moves_fn"()',
    'drop trigger if exists "entries_frozen" on "entries"',
    'drop function if exists "entries_entries_frozen_fn"()',
    'drop function compare_entry(uuid)',
    'drop function sketch_of(text)',
    'drop function text_of_sections(jsonb)',
    // Who was asked for a correction waits again.
    "update entries set status = 'SUBMITTED' where status = 'RETURNED'",
    "delete from messages where kind = 'ENTRY_REOPENED'",
    "delete from message_templates where kind = 'ENTRY_REOPENED'",
    'drop index "entries_one_per_project"',
    "create unique index entries_one_per_project on entries (competition_id, project_id) where status in ('SUBMITTED', 'ACCEPTED')",
    'alter table "entries" drop column "settled_as", drop column "correction_until", drop column "sketch"',
    "alter table \"entries\" add constraint \"entries_status_check\" check (\"status\" in ('SUBMITTED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'))",
    "create or replace function \"entries_entries_frozen_fn\"() returns trigger as $$ begin begin\n      if (new.title_zh, new.title_en, new.summary_zh, new.summary_en, new.language, new.started_on, new.ended_on,\n          new.beneficiaries, new.video_url, new.sections, new.answers, new.project_id, new.revision)\n          is distinct from (old.title_zh, old.title_en, old.summary_zh, old.summary_en, old.language, old.started_on,\n          old.ended_on, old.beneficiaries, old.video_url, old.sections, old.answers, old.project_id, old.revision)\n          and (new.revision <> old.revision + 1 or old.status <> 'SUBMITTED') then\n        raise exception 'a frozen copy changes by being handed in anew' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entries_frozen" BEFORE UPDATE on "entries" for each ROW execute function "entries_entries_frozen_fn"()',
    'alter table "message_templates" drop constraint "message_templates_kind_check"',
    "alter table \"message_templates\" add constraint \"message_templates_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED'))",
    'alter table "messages" drop constraint "messages_kind_check"',
    "alter table \"messages\" add constraint \"messages_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED'))",
  ],
};
