import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { User } from '../../platform/identity/index.ts';
import { Assignment } from './judging.entity.ts';

/** That a submitted sheet was opened again: one organizer asks, another agrees. What was sealed is kept here. */
@ObjectType({ implements: Node, description: 'A submitted sheet that is to be opened again, and why.' })
@Entity({ tableName: 'reopenings' })
@Index({
  name: 'reopenings_one_asked',
  expression: 'create unique index reopenings_one_asked on reopenings (assignment_id) where approved_at is null',
})
@Check({ name: 'reopenings_by_two', expression: 'approved_by_id is null or approved_by_id <> requested_by_id' })
@Check({ name: 'reopenings_approved_by_somebody', expression: '(approved_at is null) = (approved_by_id is null)' })
@Check({ name: 'reopenings_with_reason', expression: "reason <> ''" })
export class Reopening extends Node {
  @ManyToOne(() => Assignment, { ref: true, deleteRule: 'restrict' })
  assignment!: Ref<Assignment>;

  @Field(() => String)
  @Property({ type: 'text' })
  reason!: string;

  @ManyToOne(() => User, { ref: true, deleteRule: 'restrict' })
  requestedBy!: Ref<User>;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  approvedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  approvedAt?: Date | null;

  /** The seal that was broken, and the text it was of. */
  @Property({ type: 'text' })
  seal!: string;

  @Property({ type: 'text' })
  sheet!: string;
}

/**
 * A save that was carried out, by the id the judge's device gave it: sent again it changes nothing. Ids are
 * unique within a sheet, so that no judge can use up another's.
 */
@Entity({ tableName: 'sheet_saves' })
export class SheetSave {
  @ManyToOne(() => Assignment, { ref: true, primary: true, deleteRule: 'restrict' })
  assignment!: Ref<Assignment>;

  @Property({ type: 'uuid', primary: true })
  id!: string;

  @Property({ type: 'timestamptz' })
  savedAt!: Date;
}
