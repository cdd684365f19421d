import type { Opt, Ref } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToOne,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar, LocalDateScalar } from '../../core/graphql/scalars.ts';
import { Category, Competition } from '../competitions/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { Language, Project } from '../../work/projects/index.ts';
import type { AnswerCopy, SectionCopy } from './content.ts';

export enum EntryStatus {
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(EntryStatus, {
  name: 'EntryStatus',
  description: 'RETURNED: to be corrected by its organization and handed in again.',
});

@ObjectType({ implements: Node, description: 'The frozen copy of a project that competes in one competition.' })
@Entity({ tableName: 'entries' })
@Unique({ properties: ['competition', 'number'] })
@Unique({ properties: ['competition', 'category', 'key'] })
@Unique({
  name: 'entries_one_per_project',
  expression:
    "create unique index entries_one_per_project on entries (competition_id, project_id) where status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')",
})
@Index({
  name: 'entries_search',
  expression: 'create index entries_search on entries using gin (search_text gin_trgm_ops)',
})
@Index({
  name: 'entries_title_zh_like',
  expression: 'create index entries_title_zh_like on entries using gin (title_zh gin_trgm_ops)',
})
@Index({
  name: 'entries_title_en_like',
  expression: 'create index entries_title_en_like on entries using gin (title_en gin_trgm_ops)',
})
@Index({
  name: 'entries_sketch',
  expression: 'create index entries_sketch on entries using gin (sketch)',
})
@Index({ properties: ['competition', 'status'] })
@Check({ name: 'entries_title_written', expression: hasText('title') })
@Check({ name: 'entries_rejected_with_reason', expression: "status <> 'REJECTED' or rejection_reason is not null" })
@Check({
  name: 'entries_returned_until',
  expression: "status <> 'RETURNED' or correction_until is not null",
})
@Check({
  name: 'entries_settled_as',
  expression: `settled_as in ('ACCEPT', 'REJECT') and not (settled_as = 'ACCEPT' and status = 'REJECTED')
    and not (settled_as = 'REJECT' and status = 'ACCEPTED')`,
})
@Check({ name: 'entries_shortlisted_if_accepted', expression: "status = 'ACCEPTED' or shortlisted_at is null" })
@Check({
  name: 'entries_sections_written',
  expression:
    'jsonb_array_length(sections) > 0 and not jsonb_path_exists(sections, \'$[*]?(@.isRequired == true && @.text == "")\')',
})
@Check({ name: 'entries_answers_list', expression: "jsonb_typeof(answers) = 'array'" })
@Check({ name: 'entries_revision_range', expression: 'revision >= 0' })
@Check({ name: 'entries_video_url_form', expression: "video_url ~ '^https://[^[:space:]]+$'" })
@Trigger({
  name: 'entries_frozen',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if (new.title_zh, new.title_en, new.summary_zh, new.summary_en, new.language, new.started_on, new.ended_on,
          new.beneficiaries, new.video_url, new.sections, new.answers, new.project_id, new.revision)
          is distinct from (old.title_zh, old.title_en, old.summary_zh, old.summary_en, old.language, old.started_on,
          old.ended_on, old.beneficiaries, old.video_url, old.sections, old.answers, old.project_id, old.revision)
          and (new.revision <> old.revision + 1 or old.status not in ('SUBMITTED', 'RETURNED')) then
        raise exception 'a frozen copy changes by being handed in anew' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'entries_organization_stands',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    declare
      standing text;
    begin
      if tg_op = 'INSERT' or new.status <> old.status and new.status in ('SUBMITTED', 'ACCEPTED') then
        select status into standing from organizations where id = new.organization_id for share;
        if standing = 'REFUSED' or new.status = 'ACCEPTED' and standing <> 'VERIFIED' then
          raise exception 'the organization is not verified' using errcode = 'check_violation';
        end if;
      end if;
      return new;
    end`,
})
// Entries that came with a file (revision 0) are nobody's to count.
@Trigger({
  name: 'entries_per_organization',
  timing: 'before',
  events: ['insert'],
  body: `
    begin
      if new.revision > 0 and (select count(*) from entries where competition_id = new.competition_id
            and organization_id = new.organization_id and status not in ('REJECTED', 'WITHDRAWN'))
          >= (select entries_per_organization from submission_rules where competition_id = new.competition_id) then
        raise exception 'the organization has as many entries as it may have' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'entries_status_moves',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if new.status = old.status then
        return new;
      end if;
      if (old.status, new.status) not in (('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'REJECTED'),
          ('SUBMITTED', 'WITHDRAWN'), ('RETURNED', 'SUBMITTED'), ('RETURNED', 'REJECTED'), ('RETURNED', 'WITHDRAWN'),
          ('ACCEPTED', 'SUBMITTED'), ('ACCEPTED', 'WITHDRAWN'), ('REJECTED', 'SUBMITTED'), ('REJECTED', 'RETURNED')) then
        raise exception 'an entry does not go from % to %', old.status, new.status using errcode = 'check_violation';
      end if;
      if old.status in ('ACCEPTED', 'REJECTED') and new.status <> 'WITHDRAWN' and exists (select from stages
          where competition_id = new.competition_id and kind in ('VOTING', 'REVIEW', 'PAPERS', 'FINAL') and has_opened(id)) then
        raise exception 'voting or judging has opened; decisions stand' using errcode = 'check_violation';
      end if;
      if old.status = 'RETURNED' and new.status = 'SUBMITTED' and new.revision > old.revision
          and new.submitted_at > old.correction_until then
        raise exception 'the time for corrections is over' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'entries_nominated',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if new.status = 'ACCEPTED' and old.status <> 'ACCEPTED' and awaits_nomination(new.id) then
        raise exception 'it has not come up yet' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
// What competes no more, or is of another region now, is on no list that can still change.
@Trigger({
  name: 'entries_leave_lists',
  timing: 'after',
  events: ['update'],
  body: `
    declare
      unit uuid;
    begin
      if new.region_id <> old.region_id and exists (select from nominations n where n.entry_id = new.id
          and n.removed_at is null and has_handed_up(n.unit_id)) then
        raise exception 'a list that is handed up names it' using errcode = 'check_violation';
      end if;
      if new.region_id <> old.region_id or new.status <> old.status and new.status in ('REJECTED', 'WITHDRAWN') then
        for unit in select n.unit_id from nominations n where n.entry_id = new.id and n.removed_at is null
            order by n.unit_id loop
          update sending_units set version = version + 1 where id = unit;
          if not has_handed_up(unit) then
            update nominations set rank = null, removed_at = clock_timestamp()
              where unit_id = unit and entry_id = new.id and removed_at is null;
            perform close_ranks(unit);
          end if;
        end loop;
      end if;
      return null;
    end`,
})
@Trigger({
  name: 'entries_number_sealed',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.number <> new.number and exists (select from assignments where entry_id = old.id and seal is not null) then
        raise exception 'sheets are sealed under this number' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'entries_sketched',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    begin
      if new.revision > 0 and (tg_op = 'INSERT' or new.revision <> old.revision) then
        new.sketch := sketch_of(text_of_sections(new.sections));
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'entries_compared',
  timing: 'after',
  events: ['insert', 'update'],
  body: `
    begin
      if new.revision > 0 and (tg_op = 'INSERT' or new.revision <> old.revision) then
        insert into uncompared_entries (entry_id) values (new.id) on conflict do nothing;
      end if;
      return null;
    end`,
})
@Trigger({
  name: 'entries_revise',
  timing: 'after',
  events: ['update'],
  body: `
    begin
      if (new.status, new.shortlisted_at, new.category_id) is distinct from (old.status, old.shortlisted_at, old.category_id) then
        perform revise_scores(id) from stages where competition_id = new.competition_id and kind in ('REVIEW', 'PAPERS', 'FINAL');
      end if;
      return null;
    end`,
})
export class Entry extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Field(() => Int, { description: 'Its number in the competition, in the order of handing in.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'Its key in the file it was imported from.' })
  @Property({ type: 'text', nullable: true })
  key?: string | null;

  @Index()
  @ManyToOne(() => Category, { ref: true, deleteRule: 'restrict' })
  category!: Ref<Category>;

  @Index()
  @ManyToOne(() => Project, { ref: true, deleteRule: 'restrict' })
  project!: Ref<Project>;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Embedded(() => LocalizedText, { prefix: 'title_' })
  title!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'summary_' })
  summary!: LocalizedText;

  @Field(() => Language, { description: 'The language that its sections are written in.' })
  @Enum(() => Language)
  language!: Language;

  @Property({ type: 'jsonb' })
  sections!: SectionCopy[];

  @Property({ type: 'jsonb', default: '[]' })
  answers: Opt<AnswerCopy[]> = [];

  @Field(() => Int, { description: 'How often it was handed in; 0 where it came with a file.' })
  @Property({ type: 'integer', default: 0 })
  revision: Opt<number> = 0;

  @Field(() => LocalDateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  startedOn?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null while it runs.' })
  @Property({ type: 'date', nullable: true })
  endedOn?: string | null;

  @Property({ type: 'text', nullable: true })
  videoUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it serves.' })
  @Property({ type: 'text', nullable: true })
  beneficiaries?: string | null;

  @Field(() => EntryStatus)
  @Enum(() => EntryStatus)
  status!: EntryStatus;

  @Property({ type: 'text', nullable: true })
  rejectionReason?: string | null;

  /** ACCEPT or REJECT once reviewers have agreed on the present revision; its status may follow later. */
  @Property({ type: 'text', nullable: true })
  settledAs?: 'ACCEPT' | 'REJECT' | null;

  /** Of a returned entry: the last instant at which it can be handed in again. */
  @Property({ type: 'timestamptz', nullable: true })
  correctionUntil?: Date | null;

  @Field(() => DateTimeScalar, { description: 'When its present revision was handed in.' })
  @Property({ type: 'timestamptz' })
  submittedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  shortlistedAt?: Date | null;

  /** The smallest hashes of what its sections are made of: texts that share many are compared. PostgreSQL's to write. */
  @Property({ type: 'unknown', columnType: 'int[]', nullable: true, hidden: true, lazy: true })
  sketch?: number[] | null;

  /** Everything a reader may search by, in lower case; written once, when the copy is frozen. */
  @Property({ type: 'text', hidden: true, lazy: true })
  searchText!: string;

  @Field(() => Boolean, { description: 'Whether it goes to the final.' })
  isShortlisted(): boolean {
    return Boolean(this.shortlistedAt);
  }
}
