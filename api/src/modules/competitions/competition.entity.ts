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

  @Field(() => String, { description: 'IANA name; every day and deadline of this competition is reckoned in it.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Entries, marks and votes are synthetic, made up for demonstration.' })
  @Property({ type: 'boolean', default: false })
  isDemonstration: Opt<boolean> = false;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the results were published; null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  resultsPublishedAt?: Date | null;

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

@ObjectType({ implements: Node, description: 'The field in which an entry competes.' })
@Entity({ tableName: 'categories' })
@Unique({ properties: ['competition', 'key'] })
@Unique({ properties: ['competition', 'ordinal'] })
@Check({ name: 'categories_name_written', expression: hasText('name') })
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
export class CompetitionOrganizer {
  @ManyToOne(() => Competition, { ref: true, primary: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Index()
  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'restrict' })
  user!: Ref<User>;
}
