import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Form } from '../../work/forms/index.ts';
import { User } from '../../platform/identity/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { stageOrder } from './stage-kind.ts';

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

  /** What it rehearses; one rehearsal at a time. */
  @Unique()
  @ManyToOne(() => Competition, { ref: true, nullable: true, deleteRule: 'restrict' })
  rehearsalOf?: Ref<Competition> | null;

  /** Numbers handed to entries so far; raised under the row's lock. */
  @Property({ type: 'integer', default: 0 })
  lastEntryNumber: Opt<number> = 0;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
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
