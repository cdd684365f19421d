import { insertForms, projectForm } from './built-in-forms.ts';
import type { MigrationSql } from './migration-sql.ts';

const five = ['needs', 'goals', 'implementation', 'outcomes', 'features'];
const list = five.map((key) => `'${key}'`).join(', ');

export const sql: MigrationSql = {
  up: [
    'create table "forms" ("id" uuid not null, "key" text not null, "name_zh" text null, "name_en" text null, "title_name_zh" text null, "title_name_en" text null, primary key ("id"))',
    'alter table "forms" add constraint "forms_key_unique" unique ("key")',
    'create table "form_sections" ("id" uuid not null, "form_id" uuid not null, "ordinal" int not null, "key" text not null, "name_zh" text null, "name_en" text null, "prompt_zh" text null, "prompt_en" text null, "example_zh" text null, "example_en" text null, "min_length" int not null default 0, "max_length" int not null, "is_required" boolean not null default true, primary key ("id"))',
    'alter table "form_sections" add constraint "form_sections_form_id_ordinal_unique" unique ("form_id", "ordinal")',
    'alter table "form_sections" add constraint "form_sections_form_id_key_unique" unique ("form_id", "key")',
    'create table "questions" ("id" uuid not null, "competition_id" uuid not null, "category_id" uuid null, "ordinal" int not null, "key" text not null, "kind" text not null, "prompt_zh" text null, "prompt_en" text null, "help_zh" text null, "help_en" text null, "is_required" boolean not null, "options" jsonb not null default \'[]\', "minimum" numeric(18,6) null, "maximum" numeric(18,6) null, "unit_zh" text null, "unit_en" text null, "max_length" int null, primary key ("id"))',
    'create index "questions_category_id_index" on "questions" ("category_id")',
    'alter table "questions" add constraint "questions_competition_id_ordinal_unique" unique ("competition_id", "ordinal")',
    'alter table "questions" add constraint "questions_competition_id_key_unique" unique ("competition_id", "key")',
    'create table "project_sections" ("project_id" uuid not null, "key" text not null, "text" text not null, "version" int not null default 1, "saved_at" timestamptz not null, "saved_by_id" uuid null, primary key ("project_id", "key"))',
    'create table "project_revisions" ("id" uuid not null, "project_id" uuid not null, "key" text not null, "version" int not null, "text" text not null, "begun_at" timestamptz not null, "saved_at" timestamptz not null, "saved_by_id" uuid null, primary key ("id"))',
    'create index "project_revisions_project_id_saved_at_index" on "project_revisions" ("project_id", "saved_at")',
    'alter table "project_revisions" add constraint "project_revisions_project_id_key_version_unique" unique ("project_id", "key", "version")',
    // True for half a minute: not worth a line in the log, nor on a standby.
    'create unlogged table "project_presences" ("project_id" uuid not null, "user_id" uuid not null, "key" text null, "seen_at" timestamptz not null, primary key ("project_id", "user_id"))',
    'create table "entry_revisions" ("entry_id" uuid not null, "revision" int not null, "content" jsonb not null, "text" text not null, "sha256" text not null, "submitted_at" timestamptz not null, "submitted_by_id" uuid null, primary key ("entry_id", "revision"))',
    'create table "entry_drafts" ("project_id" uuid not null, "competition_id" uuid not null, "category_id" uuid null, "answers" jsonb not null default \'{}\', "version" int not null default 1, "saved_at" timestamptz not null, "saved_by_id" uuid null, primary key ("project_id", "competition_id"))',
    'create index "entry_drafts_competition_id_index" on "entry_drafts" ("competition_id")',
    'create index "entry_drafts_category_id_index" on "entry_drafts" ("category_id")',
    ...insertForms,
    `create function text_of_entry(content jsonb) returns text language sql immutable as $$
  select concat_ws(E'\\n', 'laurel entry 1',
    (select string_agg(k || ' ' || (content ->> k), E'\\n' order by n)
      from unnest(array['competition', 'number', 'revision', 'category', 'form', 'organizationZh', 'organizationEn', 'region',
        'titleZh', 'titleEn', 'summaryZh', 'summaryEn', 'language', 'startedOn', 'endedOn', 'beneficiaries', 'videoUrl'])
        with ordinality as t(k, n) where content ->> k is not null),
    (select string_agg('section ' || (s ->> 'key') || E'\\n' || (s ->> 'text'), E'\\n' order by n)
      from jsonb_array_elements(content -> 'sections') with ordinality as t(s, n)),
    (select string_agg('answer ' || (a ->> 'key') || E'\\n' || (a ->> 'value'), E'\\n' order by n)
      from jsonb_array_elements(content -> 'answers') with ordinality as t(a, n)),
    (select string_agg('attachment ' || (f ->> 'sha256') || ' ' || (f ->> 'name'), E'\\n' order by n)
      from jsonb_array_elements(content -> 'attachments') with ordinality as t(f, n)))
$$`,
    // What there is so far is projects, for competitions of projects.
    `alter table "competitions" add "form_id" uuid not null default '${projectForm}'`,
    'alter table "competitions" alter column "form_id" drop default',
    'alter table "competitions" add constraint "competitions_form_id_foreign" foreign key ("form_id") references "forms" ("id") on delete restrict',
    "create or replace function \"competitions_competitions_form_stands_fn\"() returns trigger as $$ begin begin\n      if old.form_id <> new.form_id and exists (select from entries where competition_id = old.id) then\n        raise exception 'entries are handed in on this form' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "competitions_form_stands" BEFORE UPDATE on "competitions" for each ROW execute function "competitions_competitions_form_stands_fn"()',
    `insert into project_sections (project_id, key, text, version, saved_at)
     select p.id, s.key, s.text, 1, p.updated_at from projects p cross join lateral unnest(array[${list}],
       array[p.needs, p.goals, p.implementation, p.outcomes, p.features]) as s(key, text) where s.text <> ''`,
    `insert into project_revisions (id, project_id, key, version, text, begun_at, saved_at)
     select gen_random_uuid(), project_id, key, version, text, saved_at, saved_at from project_sections`,
    `insert into project_revisions (id, project_id, key, version, text, begun_at, saved_at)
     select gen_random_uuid(), id, 'basics', version, jsonb_build_object('title', jsonb_build_object('zh', title_zh, 'en', title_en),
       'summary', jsonb_build_object('zh', summary_zh, 'en', summary_en), 'language', language, 'regionId', region_id,
       'teamId', team_id, 'startedOn', started_on, 'endedOn', null, 'beneficiaries', beneficiaries, 'videoUrl', null)::text,
       updated_at, updated_at from projects`,
    'alter table "projects" drop column "needs", drop column "goals", drop column "implementation", drop column "outcomes", drop column "features"',
    `alter table "projects" add "form_id" uuid not null default '${projectForm}', add "ended_on" date null, add "video_url" text null`,
    'alter table "projects" alter column "form_id" drop default',
    'alter table "projects" add constraint "projects_form_id_foreign" foreign key ("form_id") references "forms" ("id") on delete restrict',
    'alter table "projects" add constraint "projects_video_url_form" check (video_url ~ \'^https://[^[:space:]]+$\')',
    'alter table "projects" add constraint "projects_ended_after_start" check (ended_on >= started_on)',
    "create or replace function \"projects_projects_version_raised_fn\"() returns trigger as $$ begin begin\n      if new.version is distinct from old.version + 1 and (new.version, new.title_zh, new.title_en, new.summary_zh,\n          new.summary_en, new.language, new.region_id, new.team_id, new.started_on, new.ended_on, new.beneficiaries,\n          new.video_url) is distinct from (old.version, old.title_zh, old.title_en, old.summary_zh, old.summary_en,\n          old.language, old.region_id, old.team_id, old.started_on, old.ended_on, old.beneficiaries, old.video_url) then\n        raise exception 'a project is saved on top of the version before' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "projects_version_raised" BEFORE UPDATE on "projects" for each ROW execute function "projects_projects_version_raised_fn"()',
    'alter table "entries" drop constraint "entries_sections_written"',
    'alter table "entries" add "sections" jsonb null, add "answers" jsonb not null default \'[]\', add "revision" int not null default 0, add "ended_on" date null, add "video_url" text null',
    `update entries e set revision = case when e.key is null then 1 else 0 end, sections = (
       select jsonb_agg(jsonb_build_object('key', f.key, 'name', jsonb_build_object('zh', f.name_zh, 'en', f.name_en),
         'text', s.text, 'isRequired', true) order by f.ordinal)
       from form_sections f join unnest(array[${list}],
         array[e.needs, e.goals, e.implementation, e.outcomes, e.features]) as s(key, text) on s.key = f.key
       where f.form_id = '${projectForm}')`,
    'alter table "entries" alter column "sections" set not null',
    'alter table "entries" drop column "needs", drop column "goals", drop column "implementation", drop column "outcomes", drop column "features"',
    // What was handed in so far is the first revision; what came with a file was never handed in.
    `insert into entry_revisions (entry_id, revision, content, text, sha256, submitted_at)
     select id, 1, content, text_of_entry(content), encode(sha256(convert_to(text_of_entry(content), 'UTF8')), 'hex'), submitted_at
     from entries e join lateral (select jsonb_build_object('competition', c.slug, 'number', e.number, 'revision', 1,
       'category', k.key, 'form', 'project', 'organizationZh', o.name_zh, 'organizationEn', o.name_en, 'region', r.code,
       'titleZh', e.title_zh, 'titleEn', e.title_en, 'summaryZh', e.summary_zh, 'summaryEn', e.summary_en,
       'language', e.language, 'startedOn', e.started_on, 'endedOn', null, 'beneficiaries', e.beneficiaries,
       'videoUrl', null, 'sections', e.sections, 'answers', e.answers) as content
       from competitions c, categories k, organizations o, regions r
       where c.id = e.competition_id and k.id = e.category_id and o.id = e.organization_id and r.id = e.region_id) made on true
     where e.revision = 1`,
    'alter table "entries" add constraint "entries_video_url_form" check (video_url ~ \'^https://[^[:space:]]+$\')',
    'alter table "entries" add constraint "entries_revision_range" check (revision >= 0)',
    'alter table "entries" add constraint "entries_answers_list" check (jsonb_typeof(answers) = \'array\')',
    'alter table "entries" add constraint "entries_sections_written" check (jsonb_array_length(sections) > 0 and not jsonb_path_exists(sections, \'$[*]?(@.isRequired == true && @.text == "")\'))',
    "create or replace function \"entries_entries_frozen_fn\"() returns trigger as $$ begin begin\n      if (new.title_zh, new.title_en, new.summary_zh, new.summary_en, new.language, new.started_on, new.ended_on,\n          new.beneficiaries, new.video_url, new.sections, new.answers, new.project_id, new.revision)\n          is distinct from (old.title_zh, old.title_en, old.summary_zh, old.summary_en, old.language, old.started_on,\n          old.ended_on, old.beneficiaries, old.video_url, old.sections, old.answers, old.project_id, old.revision)\n          and (new.revision <> old.revision + 1 or old.status <> 'SUBMITTED') then\n        raise exception 'a frozen copy changes by being handed in anew' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entries_frozen" BEFORE UPDATE on "entries" for each ROW execute function "entries_entries_frozen_fn"()',
    'alter table "forms" add constraint "forms_title_name_written" check (title_name_zh is not null or title_name_en is not null)',
    'alter table "forms" add constraint "forms_name_written" check (name_zh is not null or name_en is not null)',
    'alter table "forms" add constraint "forms_key_form" check (key ~ \'^[a-z][a-z0-9_]*$\')',
    'alter table "form_sections" add constraint "form_sections_form_id_foreign" foreign key ("form_id") references "forms" ("id") on delete restrict',
    'alter table "form_sections" add constraint "form_sections_length_range" check (min_length >= 0 and max_length >= min_length and max_length >= 1 and max_length <= 5000)',
    'alter table "form_sections" add constraint "form_sections_name_written" check (name_zh is not null or name_en is not null)',
    'alter table "form_sections" add constraint "form_sections_key_form" check (key ~ \'^[a-z][a-z0-9_]*$\' and key <> \'basics\')',
    'alter table "questions" add constraint "questions_competition_id_foreign" foreign key ("competition_id") references "competitions" ("id") on delete restrict',
    'alter table "questions" add constraint "questions_category_id_foreign" foreign key ("category_id") references "categories" ("id") on delete restrict',
    'alter table "questions" add constraint "questions_length_range" check (max_length >= 1 and max_length <= 2000)',
    'alter table "questions" add constraint "questions_range" check (maximum >= minimum)',
    'alter table "questions" add constraint "questions_options_given" check ((kind = \'CHOICE\') = (jsonb_array_length(options) > 0))',
    'alter table "questions" add constraint "questions_prompt_written" check (prompt_zh is not null or prompt_en is not null)',
    'alter table "questions" add constraint "questions_key_form" check (key ~ \'^[a-z][a-z0-9_]*$\')',
    "alter table \"questions\" add constraint \"questions_kind_check\" check (\"kind\" in ('TEXT', 'CHOICE', 'NUMBER', 'FILE'))",
    "create or replace function \"questions_questions_frozen_fn\"() returns trigger as $$ begin begin\n      if exists (select from stages s join competitions c on c.id = s.competition_id\n          where c.id = case tg_op when 'DELETE' then old.competition_id else new.competition_id end\n          and c.opened_at is not null and not c.is_rehearsal\n          and s.kind = 'SUBMISSION' and s.opens_at <= clock_timestamp()) then\n        raise exception 'submissions have opened; the questions stand' using errcode = 'check_violation';       end if;       return case tg_op when 'DELETE' then old else new end;     end; end; $$ language plpgsql",
    'create trigger "questions_frozen" BEFORE INSERT OR UPDATE OR DELETE on "questions" for each ROW execute function "questions_questions_frozen_fn"()',
    'alter table "project_sections" add constraint "project_sections_project_id_foreign" foreign key ("project_id") references "projects" ("id") on delete restrict',
    'alter table "project_sections" add constraint "project_sections_saved_by_id_foreign" foreign key ("saved_by_id") references "users" ("id") on delete restrict',
    'alter table "project_sections" add constraint "project_sections_version_range" check (version > 0)',
    "create or replace function \"project_sections_project_sections_version_raised_fn\"() returns trigger as $$ begin begin\n      if new.version <> old.version + 1 then\n        raise exception 'a section is saved on top of the version before' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "project_sections_version_raised" BEFORE UPDATE on "project_sections" for each ROW execute function "project_sections_project_sections_version_raised_fn"()',
    'alter table "project_revisions" add constraint "project_revisions_project_id_foreign" foreign key ("project_id") references "projects" ("id") on delete restrict',
    'alter table "project_revisions" add constraint "project_revisions_saved_by_id_foreign" foreign key ("saved_by_id") references "users" ("id") on delete restrict',
    "create or replace function \"project_revisions_project_revisions_kept_fn\"() returns trigger as $$ begin begin\n      if (new.project_id, new.key, new.saved_by_id, new.begun_at) is distinct from\n          (old.project_id, old.key, old.saved_by_id, old.begun_at) or new.version <= old.version then\n        raise exception 'what somebody wrote is kept' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "project_revisions_kept" BEFORE UPDATE on "project_revisions" for each ROW execute function "project_revisions_project_revisions_kept_fn"()',
    'alter table "project_presences" add constraint "project_presences_project_id_foreign" foreign key ("project_id") references "projects" ("id") on update cascade on delete cascade',
    'alter table "project_presences" add constraint "project_presences_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade',
    'alter table "entry_revisions" add constraint "entry_revisions_entry_id_foreign" foreign key ("entry_id") references "entries" ("id") on delete restrict',
    'alter table "entry_revisions" add constraint "entry_revisions_submitted_by_id_foreign" foreign key ("submitted_by_id") references "users" ("id") on delete restrict',
    'alter table "entry_revisions" add constraint "entry_revisions_range" check (revision > 0)',
    "create or replace function \"entry_revisions_entry_revisions_kept_fn\"() returns trigger as $$ begin begin\n      raise exception 'what was handed in is kept' using errcode = 'check_violation';     end; end; $$ language plpgsql",
    'create trigger "entry_revisions_kept" BEFORE UPDATE OR DELETE on "entry_revisions" for each ROW execute function "entry_revisions_entry_revisions_kept_fn"()',
    "create or replace function \"entry_revisions_entry_revisions_told_fn\"() returns trigger as $$ begin begin\n      if new.text <> text_of_entry(new.content) or new.sha256 <> encode(sha256(convert_to(new.text, 'UTF8')), 'hex') then\n        raise exception 'text and hash are not those of what is handed in' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entry_revisions_told" BEFORE INSERT on "entry_revisions" for each ROW execute function "entry_revisions_entry_revisions_told_fn"()',
    'alter table "entry_drafts" add constraint "entry_drafts_project_id_foreign" foreign key ("project_id") references "projects" ("id") on update cascade on delete restrict',
    'alter table "entry_drafts" add constraint "entry_drafts_competition_id_foreign" foreign key ("competition_id") references "competitions" ("id") on update cascade on delete restrict',
    'alter table "entry_drafts" add constraint "entry_drafts_category_id_foreign" foreign key ("category_id") references "categories" ("id") on delete restrict',
    'alter table "entry_drafts" add constraint "entry_drafts_saved_by_id_foreign" foreign key ("saved_by_id") references "users" ("id") on delete restrict',
    'alter table "entry_drafts" add constraint "entry_drafts_version_range" check (version > 0)',
    "create or replace function \"entry_drafts_entry_drafts_version_raised_fn\"() returns trigger as $$ begin begin\n      if new.version <> old.version + 1 then\n        raise exception 'answers are saved on top of the version before' using errcode = 'check_violation';       end if;       return new;     end; end; $$ language plpgsql",
    'create trigger "entry_drafts_version_raised" BEFORE UPDATE on "entry_drafts" for each ROW execute function "entry_drafts_entry_drafts_version_raised_fn"()',
  ],
  down: [
    // A section that the old form did not have goes; one that it asks for and nobody wrote says so.
    ...['entries', 'projects'].map(
      (table) => `alter table ${table} ${five.map((key) => `add ${key} text not null default ''`).join(', ')}`,
    ),
    'drop trigger "entries_frozen" on "entries"',
    'drop function "entries_entries_frozen_fn"()',
    ...five.map(
      (key) =>
        `update entries set ${key} = coalesce(nullif(jsonb_path_query_first(sections, '$[*]?(@.key == "${key}").text') #>> '{}', ''), '–')`,
    ),
    `alter table entries ${five.map((key) => `alter column ${key} drop default`).join(', ')}`,
    ...five.map(
      (key) =>
        `update projects p set ${key} = s.text from project_sections s where s.project_id = p.id and s.key = '${key}'`,
    ),
    'drop table "entry_revisions"',
    'drop function "entry_revisions_entry_revisions_kept_fn"()',
    'drop function "entry_revisions_entry_revisions_told_fn"()',
    'drop function text_of_entry(jsonb)',
    'drop table "entry_drafts"',
    'drop function "entry_drafts_entry_drafts_version_raised_fn"()',
    'drop table "project_presences"',
    'drop table "project_revisions"',
    'drop function "project_revisions_project_revisions_kept_fn"()',
    'drop table "project_sections"',
    'drop function "project_sections_project_sections_version_raised_fn"()',
    'drop table "questions"',
    'drop function "questions_questions_frozen_fn"()',
    'drop trigger "competitions_form_stands" on "competitions"',
    'drop function "competitions_competitions_form_stands_fn"()',
    'alter table "competitions" drop column "form_id"',
    'drop trigger "projects_version_raised" on "projects"',
    'drop function "projects_projects_version_raised_fn"()',
    'alter table "projects" drop constraint "projects_ended_after_start"',
    'alter table "projects" drop column "form_id", drop column "ended_on", drop column "video_url"',
    'alter table "entries" drop constraint "entries_sections_written"',
    'alter table "entries" drop column "sections", drop column "answers", drop column "revision", drop column "ended_on", drop column "video_url"',
    `alter table "entries" add constraint "entries_sections_written" check (${five.map((key) => `${key} <> ''`).join(' and ')})`,
    'drop table "form_sections"',
    'drop table "forms"',
  ],
};
