import type { MigrationSql } from './migration-sql.ts';

export const sql: MigrationSql = {
  up: [
    'create table "project_continuations" ("project_id" uuid not null, "earlier_id" uuid not null, "marked_by_id" uuid null, "marked_at" timestamptz not null, primary key ("project_id"))',
    'create index "project_continuations_earlier_id_index" on "project_continuations" ("earlier_id")',
    'create table "sending_units" ("id" uuid not null, "competition_id" uuid not null, "organization_id" uuid not null, "region_id" uuid not null, "parent_id" uuid null, "quota" int not null, "closes_at" timestamptz not null, "version" int not null default 0, primary key ("id"))',
    'create index "sending_units_organization_id_index" on "sending_units" ("organization_id")',
    'create index "sending_units_parent_id_index" on "sending_units" ("parent_id")',
    'alter table "sending_units" add constraint "sending_units_competition_id_region_id_unique" unique ("competition_id", "region_id")',
    'alter table "sending_units" add constraint "sending_units_organization_once" unique ("competition_id", "organization_id") deferrable initially immediate',
    'create table "nomination_clauses" ("competition_id" uuid not null, "rule" text not null, "text_zh" text null, "text_en" text null, primary key ("competition_id", "rule"))',
    'create table "nomination_lists" ("id" uuid not null, "unit_id" uuid not null, "version" int not null, "text" text not null, "sha256" text not null, "submitted_at" timestamptz not null, "submitted_by_id" uuid null, "returned_at" timestamptz null, "returned_by_id" uuid null, "return_reason" text null, primary key ("id"))',
    'create unique index nomination_lists_one on nomination_lists (unit_id) where returned_at is null',
    'alter table "nomination_lists" add constraint "nomination_lists_unit_id_version_unique" unique ("unit_id", "version")',
    'create table "nominations" ("id" uuid not null, "unit_id" uuid not null, "entry_id" uuid not null, "rank" int null, "added_by_id" uuid null, "added_at" timestamptz not null, "removed_at" timestamptz null, primary key ("id"))',
    'create index "nominations_entry_id_index" on "nominations" ("entry_id")',
    'create unique index nominations_once on nominations (unit_id, entry_id) where removed_at is null',
    'alter table "nominations" add constraint "nominations_rank_once" unique ("unit_id", "rank") deferrable initially immediate',
    `create function has_handed_up(unit uuid) returns boolean language sql stable as $$
       select exists (select from nomination_lists where unit_id = unit and returned_at is null) $$`,
    `create function lies_in(region uuid, around uuid) returns boolean language sql stable as $$
       with recursive up as (select id, parent_id from regions where id = region
         union all select r.id, r.parent_id from regions r join up on r.id = up.parent_id)
       select exists (select from up where id = around) $$`,
    // The units on the way of an entry up; the lowest has the least height.
    `create function units_above(entry uuid) returns table (id uuid, height int) language sql stable as $$
       with recursive up as (
         select r.id, r.parent_id, e.competition_id, 0 as height from entries e join regions r on r.id = e.region_id where e.id = entry
         union all select r.id, r.parent_id, up.competition_id, up.height + 1 from regions r join up on r.id = up.parent_id)
       select u.id, up.height from up join sending_units u on u.region_id = up.id and u.competition_id = up.competition_id $$`,
    // The lowest unit below one that has not handed an entry up; without one, the lowest of all on its way.
    `create function missing_level(entry uuid, unit uuid) returns uuid language sql stable as $$
       select a.id from units_above(entry) a
       where a.height < coalesce((select height from units_above(entry) where id = unit), 2147483647)
         and not (has_handed_up(a.id) and exists (select from nominations n where n.unit_id = a.id and n.entry_id = entry
           and n.removed_at is null))
       order by a.height limit 1 $$`,
    `create function came_up(entry uuid, unit uuid) returns boolean language sql stable as $$
       select exists (select from units_above(entry) where id = unit) and missing_level(entry, unit) is null $$`,
    // Whether somebody has still to hand it up before it is reviewed.
    `create function awaits_nomination(entry uuid) returns boolean language sql stable as $$
       select exists (select from entries e join sending_units u on u.competition_id = e.competition_id where e.id = entry)
         and (not exists (select from units_above(entry)) or missing_level(entry, null) is not null) $$`,
    // A project and those that it goes on with.
    `create function projects_before(project uuid) returns table (id uuid) language sql stable as $$
       with recursive b as (select project as id union select c.earlier_id from project_continuations c join b on c.project_id = b.id)
       select id from b $$`,
    `create function earlier_winner(entry uuid) returns uuid language sql stable as $$
       select w.id from entries e join entries w on w.competition_id <> e.competition_id
           and w.project_id in (select b.id from projects_before(e.project_id) b)
         join standings s on s.entry_id = w.id join awards a on a.id = s.award_id and a.tier = 'FIRST'
         join competitions c on c.id = w.competition_id and c.results_published_at is not null and not c.is_rehearsal
       where e.id = entry order by c.results_published_at desc, w.id limit 1 $$`,
    // The same work, or much the same of one organization, on a list already.
    `create function nominated_twin(entry uuid) returns uuid language sql stable as $$
       select o.id from entries e join entries o on o.competition_id = e.competition_id and o.id <> e.id
       where e.id = entry and exists (select from nominations n where n.entry_id = o.id and n.removed_at is null)
         and (o.project_id in (select b.id from projects_before(e.project_id) b)
           or e.project_id in (select b.id from projects_before(o.project_id) b)
           or o.organization_id = e.organization_id and exists (select from entry_likenesses l
             where l.entry_id = e.id and l.other_id = o.id and greatest(l.title, l.text) > 0.6))
       order by o.number limit 1 $$`,
    `create function close_ranks(unit uuid) returns void language sql as $$
       update nominations n set rank = r.place
       from (select id, row_number() over (order by rank) as place from nominations where unit_id = unit and removed_at is null) r
       where r.id = n.id and n.rank <> r.place $$`,
    `create function text_of_nominations(unit uuid, version int) returns text language sql stable as $$
       select concat_ws(E'\\n', 'laurel nominations 1', c.slug, r.code || ' ' || o.slug, $2::text, (
         select string_agg(concat_ws(' ', n.rank, e.number, e.revision, v.sha256), E'\\n' order by n.rank)
         from nominations n join entries e on e.id = n.entry_id
           left join entry_revisions v on v.entry_id = e.id and v.revision = e.revision
         where n.unit_id = u.id and n.removed_at is null))
       from sending_units u join competitions c on c.id = u.competition_id join regions r on r.id = u.region_id
         join organizations o on o.id = u.organization_id
       where u.id = unit $$`,
    "create or replace function \"entries_entries_leave_lists_fn\"() returns trigger as $$ begin declare\n      unit uuid;     begin\n      if new.region_id <> old.region_id and exists (select from nominations n where n.entry_id = new.id\n          and n.removed_at is null and has_handed_up(n.unit_id)) then\n        raise exception 'a list that is handed up names it' using errcode = 'check_violation';       end if;       if new.region_id <> old.region_id or new.status <> old.status and new.status in ('REJECTED', 'WITHDRAWN') then\n        for unit in select n.unit_id from nominations n where n.entry_id = new.id and n.removed_at is null\n            order by n.unit_id loop\n          update sending_units set version = version + 1 where id = unit;           if not has_handed_up(unit) then\n            update nominations set rank = null, removed_at = clock_timestamp()\n              where unit_id = unit and entry_id = new.id and removed_at is null;             perform close_ranks(unit);           end if;         end loop;       end if;       return null;     end; end; $$ language plpgsql",
    'create trigger "entries_leave_lists" AFTER UPDATE on "entries" for each ROW execute function "entries_entries_leave_lists_fn"()',
    "create or replace function \"entries_entries_nominated_fn\"() returns trigger as $$ begin begin\n      if new.status = 'ACCEPTED' and old.status <> 'ACCEPTED' and awaits_nomination(new.id) then\n        raise exception 'it has not come up yet' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entries_nominated" BEFORE UPDATE on "entries" for each ROW execute function "entries_entries_nominated_fn"()',
    'alter table "message_templates" drop constraint "message_templates_kind_check"',
    "alter table \"message_templates\" add constraint \"message_templates_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'EXTENSION_REVOKED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED', 'NOMINATION_REMINDER', 'NOMINATIONS_RETURNED'))",
    'alter table "messages" drop constraint "messages_kind_check"',
    "alter table \"messages\" add constraint \"messages_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'EXTENSION_REVOKED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED', 'NOMINATION_REMINDER', 'NOMINATIONS_RETURNED'))",
    'drop trigger if exists "decisions_fitting" on "decisions"',
    'drop function if exists "decisions_decisions_fitting_fn"()',
    "create or replace function \"decisions_decisions_fitting_fn\"() returns trigger as $$ begin begin\n      if not exists (select from entries where id = new.entry_id and revision = new.revision\n          and status in ('SUBMITTED', 'RETURNED')) then\n        raise exception 'only what waits is decided on' using errcode = 'check_violation';       end if;       if awaits_nomination(new.entry_id) then\n        raise exception 'it has not come up yet' using errcode = 'check_violation';       end if;       if exists (select from entries e join organization_members m on m.organization_id = e.organization_id\n          where e.id = new.entry_id and m.user_id = new.reviewer_id and m.left_at is null) then\n        raise exception 'nobody decides on what is their own' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "decisions_fitting" BEFORE INSERT on "decisions" for each ROW execute function "decisions_decisions_fitting_fn"()',
    'alter table "conflicts" drop constraint "conflicts_kind_check"',
    "alter table \"conflicts\" add constraint \"conflicts_kind_check\" check (\"kind\" in ('EMPLOYER', 'TEAM', 'ACTIVITY', 'REGION', 'SENDING_UNIT', 'MENTOR', 'DECLARED'))",
    'alter table "project_continuations" add constraint "project_continuations_project_id_foreign" foreign key ("project_id") references "projects" ("id") on update cascade on delete restrict',
    'alter table "project_continuations" add constraint "project_continuations_earlier_id_foreign" foreign key ("earlier_id") references "projects" ("id") on delete restrict',
    'alter table "project_continuations" add constraint "project_continuations_marked_by_id_foreign" foreign key ("marked_by_id") references "users" ("id") on delete restrict',
    'alter table "project_continuations" add constraint "project_continuations_of_another" check (project_id <> earlier_id)',
    'alter table "sending_units" add constraint "sending_units_competition_id_foreign" foreign key ("competition_id") references "competitions" ("id") on delete restrict',
    'alter table "sending_units" add constraint "sending_units_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id") on delete restrict',
    'alter table "sending_units" add constraint "sending_units_region_id_foreign" foreign key ("region_id") references "regions" ("id") on delete restrict',
    'alter table "sending_units" add constraint "sending_units_parent_id_foreign" foreign key ("parent_id") references "sending_units" ("id") on delete restrict',
    'alter table "sending_units" add constraint "sending_units_quota_range" check (quota >= 0 and quota <= 10000)',
    "create or replace function \"sending_units_sending_units_fit_fn\"() returns trigger as $$ begin begin\n      if tg_op = 'DELETE' then\n        if not exists (select from sending_units where competition_id = old.competition_id)\n            and exists (select from entries where competition_id = old.competition_id and status not in ('REJECTED', 'WITHDRAWN')) then\n          raise exception 'entries came in to be nominated' using errcode = 'check_violation';         end if;         return null;       end if;       if tg_op = 'UPDATE' and (new.parent_id, new.closes_at) is not distinct from (old.parent_id, old.closes_at) then\n        return null;       end if;       if new.parent_id is not null and not exists (select from sending_units p where p.id = new.parent_id\n            and p.competition_id = new.competition_id and p.region_id <> new.region_id\n            and lies_in(new.region_id, p.region_id) and p.closes_at >= new.closes_at)\n          or exists (select from sending_units c where c.parent_id = new.id and c.closes_at > new.closes_at) then\n        raise exception 'a unit lies inside the one it sends to, and closes no later' using errcode = 'check_violation';       end if;       return null;     end; end; $$ language plpgsql",
    'create trigger "sending_units_fit" AFTER INSERT OR UPDATE OR DELETE on "sending_units" for each ROW execute function "sending_units_sending_units_fit_fn"()',
    "create or replace function \"sending_units_sending_units_stand_fn\"() returns trigger as $$ begin begin\n      if tg_op = 'UPDATE' and to_jsonb(new) - 'version' = to_jsonb(old) - 'version' then\n        return new;       end if;       if tg_op = 'INSERT' then\n        if not exists (select from sending_units where competition_id = new.competition_id)\n            and exists (select from entries where competition_id = new.competition_id and status not in ('REJECTED', 'WITHDRAWN')) then\n          raise exception 'entries came in without nomination' using errcode = 'check_violation';         end if;       else\n        if tg_op = 'UPDATE' and (new.competition_id, new.region_id) <> (old.competition_id, old.region_id) then\n          raise exception 'a sending unit stays with its region' using errcode = 'check_violation';         end if;         if has_handed_up(old.id) then\n          raise exception 'its list is handed up' using errcode = 'check_violation';         end if;       end if;       if (tg_op = 'DELETE' or tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id) and has_handed_up(old.parent_id)\n          or (tg_op = 'INSERT' or tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id) and has_handed_up(new.parent_id) then\n        raise exception 'the list of the unit above is handed up' using errcode = 'check_violation';       end if;       if tg_op = 'UPDATE' and new.quota < (select count(*) from nominations where unit_id = new.id and removed_at is null) then\n        raise exception 'more are on its list' using errcode = 'check_violation';       end if;       return case tg_op when 'DELETE' then old else new end;     end; end; $$ language plpgsql",
    'create trigger "sending_units_stand" BEFORE INSERT OR UPDATE OR DELETE on "sending_units" for each ROW execute function "sending_units_sending_units_stand_fn"()',
    'alter table "nomination_clauses" add constraint "nomination_clauses_competition_id_foreign" foreign key ("competition_id") references "competitions" ("id") on delete restrict',
    'alter table "nomination_clauses" add constraint "nomination_clauses_written" check (text_zh is not null or text_en is not null)',
    "alter table \"nomination_clauses\" add constraint \"nomination_clauses_rule_check\" check (\"rule\" in ('LIST_SUBMITTED', 'CLOSED', 'CROSSED_REGION', 'SKIPPED_LEVEL', 'DUPLICATE', 'EARLIER_WINNER', 'QUOTA_EXCEEDED'))",
    'alter table "nomination_lists" add constraint "nomination_lists_unit_id_foreign" foreign key ("unit_id") references "sending_units" ("id") on delete restrict',
    'alter table "nomination_lists" add constraint "nomination_lists_submitted_by_id_foreign" foreign key ("submitted_by_id") references "users" ("id") on delete restrict',
    'alter table "nomination_lists" add constraint "nomination_lists_returned_by_id_foreign" foreign key ("returned_by_id") references "users" ("id") on delete restrict',
    'alter table "nomination_lists" add constraint "nomination_lists_returned_with_reason" check ((returned_at is null) = (return_reason is null) and return_reason <> \'\')',
    'alter table "nomination_lists" add constraint "nomination_lists_sealed" check (sha256 = encode(sha256(convert_to(text, \'UTF8\')), \'hex\'))',
    "create or replace function \"nomination_lists_nomination_lists_kept_fn\"() returns trigger as $$ begin declare\n      above uuid;     begin\n      if tg_op = 'DELETE' or old.returned_at is not null or new.returned_at is null\n          or to_jsonb(new) - 'returned_at' - 'returned_by_id' - 'return_reason'\n            <> to_jsonb(old) - 'returned_at' - 'returned_by_id' - 'return_reason' then\n        raise exception 'a list is kept; it can be returned once' using errcode = 'check_violation';       end if;       select parent_id into above from sending_units where id = old.unit_id;       perform from sending_units where id = above for no key update;       if exists (select from nominations n join nominations a on a.entry_id = n.entry_id and a.unit_id = above and a.removed_at is null\n          where n.unit_id = old.unit_id and n.removed_at is null) then\n        raise exception 'the unit above builds on this list' using errcode = 'check_violation';       end if;       if above is null and exists (select from nominations n join entries e on e.id = n.entry_id\n          where n.unit_id = old.unit_id and n.removed_at is null and (e.status = 'ACCEPTED' or e.settled_as = 'ACCEPT')) then\n        raise exception 'entries of this list are accepted' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "nomination_lists_kept" BEFORE UPDATE OR DELETE on "nomination_lists" for each ROW execute function "nomination_lists_nomination_lists_kept_fn"()',
    "create or replace function \"nomination_lists_nomination_lists_fit_fn\"() returns trigger as $$ begin declare\n      u sending_units;     begin\n      select * into u from sending_units where id = new.unit_id for no key update;       if new.submitted_at >= u.closes_at then\n        raise exception 'CLOSED' using errcode = 'check_violation';       elsif exists (select from nominations n where n.unit_id = u.id and n.removed_at is null\n          and missing_level(n.entry_id, u.id) is not null) then\n        raise exception 'SKIPPED_LEVEL' using errcode = 'check_violation';       elsif exists (select from nominations n where n.unit_id = u.id and n.removed_at is null\n          and earlier_winner(n.entry_id) is not null) then\n        raise exception 'EARLIER_WINNER' using errcode = 'check_violation';       elsif (select coalesce(max(rank), 0) <> count(*) from nominations where unit_id = u.id and removed_at is null) then\n        raise exception 'ranks have gaps' using errcode = 'check_violation';       elsif new.text <> text_of_nominations(u.id, new.version) then\n        raise exception 'the text is not that of the list' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "nomination_lists_fit" BEFORE INSERT on "nomination_lists" for each ROW execute function "nomination_lists_nomination_lists_fit_fn"()',
    'alter table "nominations" add constraint "nominations_unit_id_foreign" foreign key ("unit_id") references "sending_units" ("id") on delete restrict',
    'alter table "nominations" add constraint "nominations_entry_id_foreign" foreign key ("entry_id") references "entries" ("id") on delete restrict',
    'alter table "nominations" add constraint "nominations_added_by_id_foreign" foreign key ("added_by_id") references "users" ("id") on delete restrict',
    'alter table "nominations" add constraint "nominations_ranked" check ((removed_at is null) = (rank is not null) and rank >= 1)',
    "create or replace function \"nominations_nominations_kept_fn\"() returns trigger as $$ begin begin\n      if tg_op = 'DELETE' or old.removed_at is not null\n          or to_jsonb(new) - 'rank' - 'removed_at' <> to_jsonb(old) - 'rank' - 'removed_at' then\n        raise exception 'a nomination is kept; it can be ranked, or removed once' using errcode = 'check_violation';       end if;       if has_handed_up(old.unit_id) then\n        raise exception 'LIST_SUBMITTED' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "nominations_kept" BEFORE UPDATE OR DELETE on "nominations" for each ROW execute function "nominations_nominations_kept_fn"()',
    "create or replace function \"nominations_nominations_fit_fn\"() returns trigger as $$ begin declare\n      e entries;       u sending_units;     begin\n      select * into e from entries where id = new.entry_id for share;       select * into u from sending_units where id = new.unit_id for no key update;       -- Of one organization, one thing at a time: two units might nominate the same work twice.\n      perform pg_advisory_xact_lock(hashtextextended(e.organization_id::text, 12));       if e.status not in ('SUBMITTED', 'RETURNED', 'ACCEPTED') then\n        raise exception 'only what competes is nominated' using errcode = 'check_violation';       elsif has_handed_up(u.id) then\n        raise exception 'LIST_SUBMITTED' using errcode = 'check_violation';       elsif new.added_at >= u.closes_at then\n        raise exception 'CLOSED' using errcode = 'check_violation';       elsif not exists (select from units_above(e.id) a where a.id = u.id) then\n        raise exception 'CROSSED_REGION' using errcode = 'check_violation';       elsif missing_level(e.id, u.id) is not null then\n        raise exception 'SKIPPED_LEVEL' using errcode = 'check_violation';       elsif nominated_twin(e.id) is not null then\n        raise exception 'DUPLICATE' using errcode = 'check_violation';       elsif earlier_winner(e.id) is not null then\n        raise exception 'EARLIER_WINNER' using errcode = 'check_violation';       elsif (select count(*) from nominations where unit_id = u.id and removed_at is null) >= u.quota then\n        raise exception 'QUOTA_EXCEEDED' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "nominations_fit" BEFORE INSERT on "nominations" for each ROW execute function "nominations_nominations_fit_fn"()',
  ],
  down: [
    'alter table "sending_units" drop constraint "sending_units_parent_id_foreign"',
    'alter table "nomination_lists" drop constraint "nomination_lists_unit_id_foreign"',
    'alter table "nominations" drop constraint "nominations_unit_id_foreign"',
    'drop table if exists "project_continuations" cascade',
    'drop trigger if exists "sending_units_fit" on "sending_units"',
    'drop function if exists "sending_units_sending_units_fit_fn"()',
    'drop trigger if exists "sending_units_stand" on "sending_units"',
    'drop function if exists "sending_units_sending_units_stand_fn"()',
    'drop table if exists "sending_units" cascade',
    'drop table if exists "nomination_clauses" cascade',
    'drop trigger if exists "nomination_lists_kept" on "nomination_lists"',
    'drop function if exists "nomination_lists_nomination_lists_kept_fn"()',
    'drop trigger if exists "nomination_lists_fit" on "nomination_lists"',
    'drop function if exists "nomination_lists_nomination_lists_fit_fn"()',
    'drop table if exists "nomination_lists" cascade',
    'drop trigger if exists "nominations_kept" on "nominations"',
    'drop function if exists "nominations_nominations_kept_fn"()',
    'drop trigger if exists "nominations_fit" on "nominations"',
    'drop function if exists "nominations_nominations_fit_fn"()',
    'drop table if exists "nominations" cascade',
    "delete from conflicts where kind = 'SENDING_UNIT'",
    'alter table "conflicts" drop constraint "conflicts_kind_check"',
    "alter table \"conflicts\" add constraint \"conflicts_kind_check\" check (\"kind\" in ('EMPLOYER', 'TEAM', 'ACTIVITY', 'REGION', 'MENTOR', 'DECLARED'))",
    'drop trigger if exists "decisions_fitting" on "decisions"',
    'drop function if exists "decisions_decisions_fitting_fn"()',
    "create or replace function \"decisions_decisions_fitting_fn\"() returns trigger as $$ begin begin\n      if not exists (select from entries where id = new.entry_id and revision = new.revision\n          and status in ('SUBMITTED', 'RETURNED')) then\n        raise exception 'only what waits is decided on' using errcode = 'check_violation';       end if;       if exists (select from entries e join organization_members m on m.organization_id = e.organization_id\n          where e.id = new.entry_id and m.user_id = new.reviewer_id and m.left_at is null) then\n        raise exception 'nobody decides on what is their own' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "decisions_fitting" BEFORE INSERT on "decisions" for each ROW execute function "decisions_decisions_fitting_fn"()',
    'drop trigger if exists "entries_leave_lists" on "entries"',
    'drop function if exists "entries_entries_leave_lists_fn"()',
    'drop trigger if exists "entries_nominated" on "entries"',
    'drop function if exists "entries_entries_nominated_fn"()',
    "delete from messages where kind in ('NOMINATION_REMINDER', 'NOMINATIONS_RETURNED')",
    "delete from message_templates where kind in ('NOMINATION_REMINDER', 'NOMINATIONS_RETURNED')",
    'alter table "message_templates" drop constraint "message_templates_kind_check"',
    "alter table \"message_templates\" add constraint \"message_templates_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'EXTENSION_REVOKED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED'))",
    'alter table "messages" drop constraint "messages_kind_check"',
    "alter table \"messages\" add constraint \"messages_kind_check\" check (\"kind\" in ('ENTRY_SUBMITTED', 'ENTRY_RETURNED', 'ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'DEADLINE_REMINDER', 'CORRECTION_REMINDER', 'EXTENSION_GRANTED', 'EXTENSION_REVOKED', 'INVITATION', 'ORGANIZATION_VERIFIED', 'ORGANIZATION_REFUSED'))",
    ...[
      'text_of_nominations(uuid, int)',
      'close_ranks(uuid)',
      'nominated_twin(uuid)',
      'earlier_winner(uuid)',
      'projects_before(uuid)',
      'awaits_nomination(uuid)',
      'came_up(uuid, uuid)',
      'missing_level(uuid, uuid)',
      'units_above(uuid)',
      'lies_in(uuid, uuid)',
      'has_handed_up(uuid)',
    ].map((signature) => `drop function ${signature}`),
  ],
};
