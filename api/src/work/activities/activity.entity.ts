import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { Project } from '../projects/index.ts';
import { Team, Volunteer } from '../../people/teams/index.ts';

export enum HourEvidence {
  SELF_CLAIMED = 'SELF_CLAIMED',
  ADDED_BY_ADMINISTRATOR = 'ADDED_BY_ADMINISTRATOR',
  TIMED_BY_CODE = 'TIMED_BY_CODE',
  TIMED_ON_SITE = 'TIMED_ON_SITE',
  CONFIRMED_BY_SERVED = 'CONFIRMED_BY_SERVED',
}
registerEnumType(HourEvidence, {
  name: 'HourEvidence',
  description: 'How an hour of service is vouched for, from weakest to strongest.',
});

@ObjectType({ implements: Node, description: 'Something volunteers did at a time and place.' })
@Entity({ tableName: 'activities' })
@Check({ name: 'activities_title_written', expression: hasText('title') })
@Check({ name: 'activities_in_order', expression: 'ends_at >= starts_at' })
export class Activity extends Node {
  @Embedded(() => LocalizedText, { prefix: 'title_' })
  title!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'series_' })
  series!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'report_' })
  report!: LocalizedText;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @Index()
  @ManyToOne(() => Team, { ref: true, nullable: true, deleteRule: 'restrict' })
  team?: Ref<Team> | null;

  @Index()
  @ManyToOne(() => Project, { ref: true, nullable: true, deleteRule: 'restrict' })
  project?: Ref<Project> | null;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  place?: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  endsAt!: Date;
}

/** What an activity reports: a number with its unit. */
@Entity({ tableName: 'activity_measures' })
@Check({ name: 'activity_measures_name_written', expression: hasText('name') })
@Check({ name: 'activity_measures_value_range', expression: 'value >= 0' })
export class ActivityMeasure extends Node {
  @Index()
  @ManyToOne(() => Activity, { ref: true, deleteRule: 'restrict' })
  activity!: Ref<Activity>;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'unit_' })
  unit!: LocalizedText;

  @Property({ type: 'decimal', precision: 16, scale: 2 })
  value!: string;
}

/** One volunteer's part in an activity, in whole minutes. */
@Entity({ tableName: 'participations' })
@Check({ name: 'participations_minutes_range', expression: 'minutes > 0' })
@Unique({ properties: ['activity', 'volunteer', 'evidence'] })
export class Participation extends Node {
  @ManyToOne(() => Activity, { ref: true, deleteRule: 'restrict' })
  activity!: Ref<Activity>;

  @Index()
  @ManyToOne(() => Volunteer, { ref: true, deleteRule: 'restrict' })
  volunteer!: Ref<Volunteer>;

  @Property({ type: 'integer' })
  minutes!: number;

  @Enum(() => HourEvidence)
  evidence!: HourEvidence;
}
