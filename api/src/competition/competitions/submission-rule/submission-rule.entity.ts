import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, OneToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Competition } from '../competition.entity.ts';

export interface SubmissionRuleValues {
  graceMinutes: number;
  filesGraceMinutes: number;
  entriesPerOrganization: number | null;
  reviewersNeeded: number;
  holdsDecisions: boolean;
  correctionDays: number;
}

/** What holds where an organizer has said nothing. */
export const defaultSubmissionRule: SubmissionRuleValues = {
  graceMinutes: 0,
  filesGraceMinutes: 0,
  entriesPerOrganization: null,
  reviewersNeeded: 1,
  holdsDecisions: false,
  correctionDays: 7,
};

/** How entries are handed in and reviewed. A competition without a row has the defaults. */
@ObjectType({
  description:
    'How entries are handed in and reviewed. Once submissions have opened, it changes in favor of those who enter alone.',
})
@Entity({ tableName: 'submission_rules' })
@Check({
  name: 'submission_rules_grace_range',
  expression:
    'grace_minutes >= 0 and grace_minutes <= 1440 and files_grace_minutes >= 0 and files_grace_minutes <= 10080',
})
@Check({
  name: 'submission_rules_entries_range',
  expression: 'entries_per_organization >= 1 and entries_per_organization <= 100',
})
@Check({
  name: 'submission_rules_review_range',
  expression: 'reviewers_needed >= 1 and reviewers_needed <= 5 and correction_days >= 1 and correction_days <= 60',
})
// The same as `takesAway` in code. Of a row that was not there, the defaults.
@Trigger({
  name: 'submission_rules_stand',
  timing: 'before',
  events: ['insert', 'update', 'delete'],
  body: `
    declare
      concerned uuid := case tg_op when 'DELETE' then old.competition_id else new.competition_id end;
    begin
      if tg_op = 'UPDATE' and old.competition_id <> new.competition_id then
        raise exception 'a rule stays with its competition' using errcode = 'check_violation';
      end if;
      if exists (select from stages s join competitions c on c.id = s.competition_id where c.id = concerned
            and s.kind = 'SUBMISSION' and has_opened(s.id) and not c.is_rehearsal)
          and (tg_op = 'DELETE' or new.grace_minutes < coalesce(old.grace_minutes, 0)
            or new.files_grace_minutes < coalesce(old.files_grace_minutes, 0)
            or coalesce(new.entries_per_organization, 101) < coalesce(old.entries_per_organization, 101)
            or new.reviewers_needed <> coalesce(old.reviewers_needed, 1)
            or new.holds_decisions <> coalesce(old.holds_decisions, false)
            or new.correction_days < coalesce(old.correction_days, 7)) then
        raise exception 'submissions have opened; their rule gives and does not take' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
export class SubmissionRule implements SubmissionRuleValues {
  @OneToOne(() => Competition, { ref: true, primary: true, deleteRule: 'restrict', owner: true })
  competition!: Ref<Competition>;

  @Field(() => Int, {
    description: 'So many minutes after the deadline an entry is still taken, and marked as late; 0 to 1440.',
  })
  @Property({ type: 'integer', default: 0 })
  graceMinutes: Opt<number> = 0;

  @Field(() => Int, {
    description: 'So many minutes after the deadline files may follow to what was handed in; 0 to 10080.',
  })
  @Property({ type: 'integer', default: 0 })
  filesGraceMinutes: Opt<number> = 0;

  @Field(() => Int, { nullable: true, description: 'How many entries an organization may have; null: any number.' })
  @Property({ type: 'integer', nullable: true })
  entriesPerOrganization!: number | null;

  @Field(() => Int, { description: 'How many reviewers have to agree on an entry; 1 to 5.' })
  @Property({ type: 'integer', default: 1 })
  reviewersNeeded: Opt<number> = 1;

  @Field(() => Boolean, { description: 'Decisions are told all at once, when the organizers publish them.' })
  @Property({ type: 'boolean', default: false })
  holdsDecisions: Opt<boolean> = false;

  @Field(() => Int, { description: 'Days to correct an entry that was returned; 1 to 60.' })
  @Property({ type: 'integer', default: 7 })
  correctionDays: Opt<number> = 7;
}
