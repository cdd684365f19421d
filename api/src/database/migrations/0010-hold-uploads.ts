import type { MigrationSql } from './migration-sql.ts';

export const sql: MigrationSql = {
  up: [
    'create table "uploads" ("id" uuid not null, "organization_id" uuid not null, "project_id" uuid null, "purpose" text not null, "name" text not null, "declared_size" int not null, "declared_type" text not null, "state" text not null default \'AWAITED\', "size" int null, "type" text null, "sha256" text null, "width" int null, "height" int null, "key" text null, "thumbnail_key" text null, "ordinal" smallint not null default 0, "caption_zh" text null, "caption_en" text null, "uploaded_by_id" uuid null, "created_at" timestamptz not null, "ready_at" timestamptz null, "problem" text null, primary key ("id"))',
    "create index uploads_to_sweep on uploads (created_at) where state <> 'READY'",
    'create index "uploads_uploaded_by_id_created_at_index" on "uploads" ("uploaded_by_id", "created_at")',
    'create index "uploads_project_id_state_index" on "uploads" ("project_id", "state")',
    'alter table "uploads" add constraint "uploads_key_unique" unique ("key")',
    'create table "entry_attachments" ("id" uuid not null, "entry_id" uuid not null, "revision" int not null, "upload_id" uuid not null, "ordinal" smallint not null, "question" text null, "caption_zh" text null, "caption_en" text null, primary key ("id"))',
    'create index "entry_attachments_upload_id_index" on "entry_attachments" ("upload_id")',
    'alter table "entry_attachments" add constraint "entry_attachments_entry_id_revision_ordinal_unique" unique ("entry_id", "revision", "ordinal")',
    'alter table "uploads" add constraint "uploads_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id") on delete restrict',
    'alter table "uploads" add constraint "uploads_project_id_foreign" foreign key ("project_id") references "projects" ("id") on delete restrict',
    'alter table "uploads" add constraint "uploads_uploaded_by_id_foreign" foreign key ("uploaded_by_id") references "users" ("id") on delete restrict',
    'alter table "uploads" add constraint "uploads_refused_with_problem" check (state <> \'REFUSED\' or problem is not null)',
    'alter table "uploads" add constraint "uploads_pixels_range" check (width > 0 and height > 0 and width <= 2560 and height <= 2560)',
    'alter table "uploads" add constraint "uploads_picture_measured" check ((width is null) = (height is null) and (width is null) = (thumbnail_key is null))',
    'alter table "uploads" add constraint "uploads_sha256_form" check (sha256 ~ \'^[0-9a-f]{64}$\')',
    'alter table "uploads" add constraint "uploads_ready_whole" check (state <> \'READY\' or (size is not null and type is not null and sha256 is not null and key is not null and ready_at is not null and project_id is not null))',
    'alter table "uploads" add constraint "uploads_size_range" check (size > 0 and size <= 31457280)',
    'alter table "uploads" add constraint "uploads_declared_size_range" check (declared_size > 0 and declared_size <= 31457280)',
    'alter table "uploads" add constraint "uploads_name_written" check (name <> \'\' and length(name) <= 125)',
    'alter table "uploads" add constraint "uploads_purpose_check" check ("purpose" in (\'PICTURE\', \'DOCUMENT\', \'ANSWER\'))',
    "alter table \"uploads\" add constraint \"uploads_state_check\" check (\"state\" in ('AWAITED', 'READY', 'REFUSED', 'REMOVED'))",
    `create or replace function "uploads_uploads_bounded_fn"() returns trigger as $$ begin declare
      alike int;
      bytes bigint;
    begin
      if new.state <> 'READY' or (tg_op = 'UPDATE' and old.state = 'READY') then return new; end if;
      -- In a statement of its own: of two that come to the last place at once, the second then counts the first.
      perform from projects where id = new.project_id for no key update;
      select count(*) filter (where purpose = new.purpose), coalesce(sum(size), 0) into alike, bytes
        from uploads where project_id = new.project_id and state = 'READY';
      if alike >= (case new.purpose when 'PICTURE' then 12 when 'DOCUMENT' then 6 else 24 end) then
        raise exception 'a project holds no more files of this kind' using errcode = 'check_violation';
      end if;
      if bytes + new.size > 157286400 then
        raise exception 'a project holds no more bytes' using errcode = 'check_violation';
      end if;
      return new;
    end; end; $$ language plpgsql`,
    'create trigger "uploads_bounded" BEFORE INSERT OR UPDATE on "uploads" for each ROW execute function "uploads_uploads_bounded_fn"()',
    `create or replace function "uploads_uploads_sealed_fn"() returns trigger as $$ begin begin
      if old.key is not null and
        (new.key, new.thumbnail_key, new.sha256, new.size, new.type, new.name, new.purpose, new.project_id, new.organization_id)
          is distinct from
        (old.key, old.thumbnail_key, old.sha256, old.size, old.type, old.name, old.purpose, old.project_id, old.organization_id) then
        raise exception 'a file that is ready never changes' using errcode = 'check_violation';
      end if;
      if old.state <> new.state and old.state <> 'AWAITED' and new.state <> 'REMOVED' then
        raise exception 'an upload does not come back from %', old.state using errcode = 'check_violation';
      end if;
      return new;
    end; end; $$ language plpgsql`,
    'create trigger "uploads_sealed" BEFORE UPDATE on "uploads" for each ROW execute function "uploads_uploads_sealed_fn"()',
    'alter table "entry_attachments" add constraint "entry_attachments_entry_id_foreign" foreign key ("entry_id") references "entries" ("id") on delete restrict',
    'alter table "entry_attachments" add constraint "entry_attachments_upload_id_foreign" foreign key ("upload_id") references "uploads" ("id") on delete restrict',
    'alter table "entry_attachments" add constraint "entry_attachments_revision_range" check (revision > 0)',
    `create or replace function "entry_attachments_entry_attachments_frozen_fn"() returns trigger as $$ begin begin
      if tg_op = 'UPDATE' then
        raise exception 'what was handed in stands' using errcode = 'check_violation';
      end if;
      if not exists (select from uploads u join entries e on e.project_id = u.project_id
          where u.id = new.upload_id and e.id = new.entry_id and u.state = 'READY') then
        raise exception 'only files of its project that are ready go with an entry' using errcode = 'check_violation';
      end if;
      return new;
    end; end; $$ language plpgsql`,
    'create trigger "entry_attachments_frozen" BEFORE INSERT OR UPDATE on "entry_attachments" for each ROW execute function "entry_attachments_entry_attachments_frozen_fn"()',
  ],
  down: [
    'drop table "entry_attachments"',
    'drop function "entry_attachments_entry_attachments_frozen_fn"()',
    'drop table "uploads"',
    'drop function "uploads_uploads_bounded_fn"()',
    'drop function "uploads_uploads_sealed_fn"()',
  ],
};
