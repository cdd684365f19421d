import type { MigrationSql } from './migration-sql.ts';

export const sql: MigrationSql = {
  up: [
    'drop index "tally_parts_of_entry"',
    'alter table "tally_parts" drop constraint "tally_parts_pkey"',
    'alter table "tally_parts" add primary key ("entry_id", "bucket")',
    // Room on each page for the next versions of its rows, so that counting moves no index.
    'alter table "tally_parts" set (fillfactor = 70)',
    'alter table "voter_quotas" set (fillfactor = 85)',
  ],
  down: [
    'alter table "voter_quotas" reset (fillfactor)',
    'alter table "tally_parts" reset (fillfactor)',
    'alter table "tally_parts" drop constraint "tally_parts_pkey"',
    'alter table "tally_parts" add primary key ("bucket", "entry_id")',
    'create index "tally_parts_of_entry" on "tally_parts" ("entry_id")',
  ],
};
