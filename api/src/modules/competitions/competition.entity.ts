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
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../graphql/localized-text.ts';
import { Node } from '../../graphql/node.ts';
import { DateTimeScalar } from '../../graphql/scalars.ts';
import { Form } from '../forms/index.ts';
import { User } from '../identity/index.ts';
import { Organization, Region } from '../organizations/index.ts';

export enum StageKind {
  SUBMISSION = 'SUBMISSION',
  VOTING = 'VOTING',
  REVIEW = 'REVIEW',
  PAPERS = 'PAPERS',
  FINAL = 'FINAL',
  PUBLICATION = 'PUBLICATION',
}
/** What has to be over before what begins. Votes and reviews may go on side by side. */
export const stageOrder: readonly (readonly [StageKind, StageKind])[] = [
  ...[StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL, StageKind.PUBLICATION].map(
    (after) => [StageKind.SUBMISSION, after] as const,
  ),
  [StageKind.REVIEW, StageKind.PAPERS],
  ...[StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS].map((before) => [before, StageKind.FINAL] as const),
  ...[StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL].map(
    (before) => [before, StageKind.PUBLICATION] as const,
  ),
];
/** The stages in which judges mark. */
export const judgingKinds: readonly StageKind[] = [StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL];
registerEnumType(StageKind, {
  name: 'StageKind',
  description:
    'What a stage is for: handing in, the public vote, the first review by judges, their review of further papers, the final, the results.',
});

@ObjectType({ implements: Node, description: 'A contest of projects with categories, criteria and stages.' })
@Entity({ tableName: 'competitions' })
@Check({ name: 'competitions_name_written', expression: hasText('name') })
@Check({ name: 'competitions_slug_form', expression: "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'" })
@Trigger({
  name: 'competitions_slug_sealed',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.slug <> new.slug and exists (select from stages s join assignments a on a.stage_id = s.id
          where s.competition_id = old.id and a.seal is not null) then
        raise exception 'sheets are sealed under this slug' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'competitions_form_stands',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.form_id <> new.form_id and exists (select from entries where competition_id = old.id) then
        raise exception 'entries are handed in on this form' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Check({ name: 'competitions_rehearse_one', expression: 'is_rehearsal = (rehearsal_of_id is not null)' })
@Trigger({
  name: 'competitions_stand',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.is_rehearsal <> new.is_rehearsal then
        raise exception 'a rehearsal stays one, and nothing else becomes one' using errcode = 'check_violation';
      end if;
      if old.opened_at is not null and (old.slug, old.host_id, old.region_id, old.time_zone, old.opened_at)
          is distinct from (new.slug, new.host_id, new.region_id, new.time_zone, new.opened_at) then
        raise exception 'the competition is open; people rely on what it says' using errcode = 'check_violation';
      end if;
      if old.opened_at is null and new.opened_at is not null and (
          not exists (select from categories where competition_id = new.id)
          or not exists (select from stages where competition_id = new.id and kind = 'SUBMISSION')
          or exists (select from stages a join stages b on b.competition_id = a.competition_id
            join (values ${stageOrder.map(([before, after]) => `('${before}', '${after}')`).join(', ')}) o(a, b) on o.a = a.kind and o.b = b.kind
            where a.competition_id = new.id and a.closes_at > b.opens_at)) then
        raise exception 'the competition lacks categories, submissions, or order' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Competition extends Node {
  @Field(() => String)
  @Unique()
  @Property({ type: 'text' })
  slug!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'tagline_' })
  tagline!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'description_' })
  description!: LocalizedText;

  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  host!: Ref<Organization>;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @ManyToOne(() => Form, { ref: true, deleteRule: 'restrict' })
  form!: Ref<Form>;

  @Field(() => String, { description: 'IANA name; every day and deadline of this competition is reckoned in it.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Entries, marks and votes are synthetic, made up for demonstration.' })
  @Property({ type: 'boolean', default: false })
  isDemonstration: Opt<boolean> = false;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the results were published; null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  resultsPublishedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was opened; null while it is being set up, which its organizers alone see.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  openedAt?: Date | null;

  @Field(() => Boolean, {
    description: 'A trial run with made-up entries, votes and marks; its organizers alone see it.',
  })
  @Property({ type: 'boolean', default: false })
  isRehearsal: Opt<boolean> = false;

  /** What it rehearses. */
  @ManyToOne(() => Competition, { ref: true, nullable: true, deleteRule: 'restrict' })
  rehearsalOf?: Ref<Competition> | null;

  /** Numbers handed to entries so far; raised under the row's lock. */
  @Property({ type: 'integer', default: 0 })
  lastEntryNumber: Opt<number> = 0;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

@ObjectType({
  implements: Node,
  description: 'A part of a competition; open from `opensAt` up to but not including `closesAt`.',
})
@Entity({ tableName: 'stages' })
@Unique({ properties: ['competition', 'ordinal'] })
@Unique({ properties: ['competition', 'kind'] })
@Check({ name: 'stages_in_order', expression: 'closes_at > opens_at' })
@Check({ name: 'stages_name_written', expression: hasText('name') })
@Trigger({
  name: 'stages_kind_sealed',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if (old.kind, old.competition_id) <> (new.kind, new.competition_id)
          and exists (select from assignments where stage_id = old.id and seal is not null) then
        raise exception 'sheets of this stage are sealed' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
// Whoever moves a stage of an open competition, and by whatever way: it is on record for everybody.
@Trigger({
  name: 'stages_moves_told',
  timing: 'after',
  events: ['update'],
  body: `
    begin
      if (old.opens_at, old.closes_at) <> (new.opens_at, new.closes_at)
          and exists (select from competitions where id = new.competition_id and opened_at is not null and not is_rehearsal)
          and not exists (select from stage_moves where stage_id = new.id and from_opens_at = old.opens_at
            and from_closes_at = old.closes_at and to_opens_at = new.opens_at and to_closes_at = new.closes_at) then
        insert into stage_moves (id, stage_id, from_opens_at, from_closes_at, to_opens_at, to_closes_at, reason, moved_at)
        values (gen_random_uuid(), new.id, old.opens_at, old.closes_at, new.opens_at, new.closes_at, '', clock_timestamp());
      end if;
      return null;
    end`,
})
export class Stage extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => StageKind)
  @Enum(() => StageKind)
  kind!: StageKind;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The first instant at which the stage is closed.' })
  @Property({ type: 'timestamptz' })
  closesAt!: Date;

  /**
   * Raised, under the row's lock, by every change to what may be voted on: window, rule, entries. Whoever holds the
   * row in share and finds the revision they know, knows all of that.
   */
  @Property({ type: 'integer', default: 0 })
  revision: Opt<number> = 0;
}

@ObjectType({
  implements: Node,
  description: 'That a stage of an open competition was moved, and why: deadlines change in the open or not at all.',
})
@Entity({ tableName: 'stage_moves' })
@Index({ properties: ['stage', 'movedAt'] })
@Check({
  name: 'stage_moves_moved',
  expression: 'from_opens_at <> to_opens_at or from_closes_at <> to_closes_at',
})
export class StageMove extends Node {
  @ManyToOne(() => Stage, { ref: true, deleteRule: 'restrict' })
  stage!: Ref<Stage>;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  fromOpensAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  fromClosesAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  toOpensAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  toClosesAt!: Date;

  @Field(() => String, { description: 'As the organizer gave it; empty where somebody moved it past Laurel.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  movedAt!: Date;
}

@ObjectType({ implements: Node, description: 'The field in which an entry competes.' })
@Entity({ tableName: 'categories' })
@Unique({ properties: ['competition', 'key'] })
@Unique({ properties: ['competition', 'ordinal'] })
@Check({ name: 'categories_name_written', expression: hasText('name') })
@Trigger({
  name: 'categories_stand',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if (tg_op = 'DELETE' or old.key <> new.key or old.competition_id <> new.competition_id)
          and exists (select from competitions where id = old.competition_id and opened_at is not null and not is_rehearsal) then
        raise exception 'the competition is open; its categories stand' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
export class Category extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => String, { description: 'Stands in addresses: ?category=education.' })
  @Property({ type: 'text' })
  key!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;
}

/** That a person runs a competition. */
@Entity({ tableName: 'competition_organizers' })
@Trigger({
  name: 'competition_organizers_last',
  timing: 'after',
  events: ['delete'],
  body: `
    begin
      -- Two who go at the same time wait for each other here, so the second sees that the first is gone.
      perform from competitions where id = old.competition_id and not is_rehearsal for no key update;
      if found and not exists (select from competition_organizers where competition_id = old.competition_id) then
        raise exception 'somebody has to run the competition' using errcode = 'check_violation';
      end if;
      return null;
    end`,
})
export class CompetitionOrganizer {
  @ManyToOne(() => Competition, { ref: true, primary: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Index()
  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'restrict' })
  user!: Ref<User>;
}
