import type { Ref } from '@mikro-orm/core';
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
import { hasText, LocalizedText } from '../../graphql/localized-text.ts';
import { Node } from '../../graphql/node.ts';
import { DateTimeScalar, LocalDateScalar } from '../../graphql/scalars.ts';
import { Category, Competition } from '../competitions/index.ts';
import { Organization, Region } from '../organizations/index.ts';
import { Language, Project } from '../projects/index.ts';

export enum EntryStatus {
  SUBMITTED = 'SUBMITTED',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(EntryStatus, { name: 'EntryStatus' });

@ObjectType({ implements: Node, description: 'The frozen copy of a project that competes in one competition.' })
@Entity({ tableName: 'entries' })
@Unique({ properties: ['competition', 'number'] })
@Unique({ properties: ['competition', 'category', 'key'] })
@Unique({
  name: 'entries_one_per_project',
  expression:
    "create unique index entries_one_per_project on entries (competition_id, project_id) where status in ('SUBMITTED', 'ACCEPTED')",
})
@Index({
  name: 'entries_search',
  expression: 'create index entries_search on entries using gin (search_text gin_trgm_ops)',
})
@Index({ properties: ['competition', 'status'] })
@Check({ name: 'entries_title_written', expression: hasText('title') })
@Check({ name: 'entries_rejected_with_reason', expression: "status <> 'REJECTED' or rejection_reason is not null" })
@Check({ name: 'entries_shortlisted_if_accepted', expression: "status = 'ACCEPTED' or shortlisted_at is null" })
@Check({
  name: 'entries_sections_written',
  expression: "needs <> '' and goals <> '' and implementation <> '' and outcomes <> '' and features <> ''",
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

  @Field(() => Language, { description: 'The language of the five sections.' })
  @Enum(() => Language)
  language!: Language;

  @Field(() => String)
  @Property({ type: 'text' })
  needs!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  goals!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  implementation!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  outcomes!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  features!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  startedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it serves.' })
  @Property({ type: 'text', nullable: true })
  beneficiaries?: string | null;

  @Field(() => EntryStatus)
  @Enum(() => EntryStatus)
  status!: EntryStatus;

  @Property({ type: 'text', nullable: true })
  rejectionReason?: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  submittedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  shortlistedAt?: Date | null;

  /** Everything a reader may search by, in lower case; written once, when the copy is frozen. */
  @Property({ type: 'text', hidden: true, lazy: true })
  searchText!: string;

  @Field(() => Boolean, { description: 'Whether it goes to the final.' })
  isShortlisted(): boolean {
    return Boolean(this.shortlistedAt);
  }
}
