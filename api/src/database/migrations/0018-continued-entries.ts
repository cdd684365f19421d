import type { MigrationSql } from './migration-sql.ts';

export const sql: MigrationSql = {
  up: [
    'alter table "project_continuations" add "earlier_entry_id" uuid null',
    'alter table "project_continuations" add constraint "project_continuations_earlier_entry_id_foreign" foreign key ("earlier_entry_id") references "entries" ("id") on delete restrict',
    'create index "project_continuations_earlier_entry_id_index" on "project_continuations" ("earlier_entry_id")',
  ],
  down: [
    'alter table "project_continuations" drop constraint "project_continuations_earlier_entry_id_foreign"',
    'drop index "project_continuations_earlier_entry_id_index"',
    'alter table "project_continuations" drop column "earlier_entry_id"',
  ],
};
