import type { MigrationSql } from './index.ts';

/** That entries are nominated follows from there being sending units. */
export const sql: MigrationSql = {
  up: [
    'drop trigger if exists "submission_rules_stand" on "submission_rules"',
    'drop function if exists "submission_rules_submission_rules_stand_fn"()',
    'alter table "submission_rules" drop column "requires_nomination"',
    "create or replace function \"submission_rules_submission_rules_stand_fn\"() returns trigger as $$ begin declare\n      concerned uuid := case tg_op when 'DELETE' then old.competition_id else new.competition_id end;     begin\n      if tg_op = 'UPDATE' and old.competition_id <> new.competition_id then\n        raise exception 'a rule stays with its competition' using errcode = 'check_violation';       end if;       if exists (select from stages s join competitions c on c.id = s.competition_id where c.id = concerned\n            and s.kind = 'SUBMISSION' and has_opened(s.id) and not c.is_rehearsal)\n          and (tg_op = 'DELETE' or new.grace_minutes < coalesce(old.grace_minutes, 0)\n            or new.files_grace_minutes < coalesce(old.files_grace_minutes, 0)\n            or coalesce(new.entries_per_organization, 101) < coalesce(old.entries_per_organization, 101)\n            or new.reviewers_needed <> coalesce(old.reviewers_needed, 1)\n            or new.holds_decisions <> coalesce(old.holds_decisions, false)\n            or new.correction_days < coalesce(old.correction_days, 7)) then\n        raise exception 'submissions have opened; their rule gives and does not take' using errcode = 'check_violation';       end if;       return case tg_op when 'DELETE' then old else new end;     end; end; $$ language plpgsql",
    'create trigger "submission_rules_stand" BEFORE INSERT OR UPDATE OR DELETE on "submission_rules" for each ROW execute function "submission_rules_submission_rules_stand_fn"()',
  ],
  down: [
    'drop trigger if exists "submission_rules_stand" on "submission_rules"',
    'drop function if exists "submission_rules_submission_rules_stand_fn"()',
    'alter table "submission_rules" add "requires_nomination" bool not null default false',
    "create or replace function \"submission_rules_submission_rules_stand_fn\"() returns trigger as $$ begin declare\n      concerned uuid := case tg_op when 'DELETE' then old.competition_id else new.competition_id end;     begin\n      if tg_op = 'UPDATE' and old.competition_id <> new.competition_id then\n        raise exception 'a rule stays with its competition' using errcode = 'check_violation';       end if;       if exists (select from stages s join competitions c on c.id = s.competition_id where c.id = concerned\n            and s.kind = 'SUBMISSION' and has_opened(s.id) and not c.is_rehearsal)\n          and (tg_op = 'DELETE' or new.grace_minutes < coalesce(old.grace_minutes, 0)\n            or new.files_grace_minutes < coalesce(old.files_grace_minutes, 0)\n            or coalesce(new.entries_per_organization, 101) < coalesce(old.entries_per_organization, 101)\n            or new.reviewers_needed <> coalesce(old.reviewers_needed, 1)\n            or new.holds_decisions <> coalesce(old.holds_decisions, false)\n            or new.correction_days < coalesce(old.correction_days, 7)\n            or new.requires_nomination and not coalesce(old.requires_nomination, false)) then\n        raise exception 'submissions have opened; their rule gives and does not take' using errcode = 'check_violation';       end if;       return case tg_op when 'DELETE' then old else new end;     end; end; $$ language plpgsql",
    'create trigger "submission_rules_stand" BEFORE DELETE OR INSERT OR UPDATE on "submission_rules" for each ROW execute function "submission_rules_submission_rules_stand_fn"()',
  ],
};
