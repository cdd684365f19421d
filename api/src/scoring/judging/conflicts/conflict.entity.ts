import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../core/graphql/node.ts';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Judge } from '../judging.entity.ts';

export enum ConflictKind {
  EMPLOYER = 'EMPLOYER',
  TEAM = 'TEAM',
  ACTIVITY = 'ACTIVITY',
  REGION = 'REGION',
  SENDING_UNIT = 'SENDING_UNIT',
  MENTOR = 'MENTOR',
  DECLARED = 'DECLARED',
}
registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description:
    'Why a judge may not mark an entry. EMPLOYER: a member of its organization; TEAM: a volunteer of one of its teams; ACTIVITY: took part in an activity of its project; REGION: from its region, where the rule says so; SENDING_UNIT: a member of an organization that sends from its region; MENTOR: on a mentor list; DECLARED: the judge says so.',
});

/** A judge and an entry that must not meet. Found, listed or declared; never taken back. */
@ObjectType({ implements: Node, description: 'Why a judge does not mark an entry.' })
@Entity({ tableName: 'conflicts' })
@Unique({ properties: ['judge', 'entry', 'kind'] })
export class Conflict extends Node {
  @ManyToOne(() => Judge, { ref: true, deleteRule: 'restrict' })
  judge!: Ref<Judge>;

  @Index()
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Field(() => ConflictKind)
  @Enum(() => ConflictKind)
  kind!: ConflictKind;

  @Field(() => String)
  @Property({ type: 'text' })
  note!: string;

  /** Null where the records themselves say so. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  recordedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  recordedAt!: Date;
}
