import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Competition } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { User } from '../../platform/identity/index.ts';

export enum CaseState {
  OPEN = 'OPEN',
  VOIDED = 'VOIDED',
  RESTORED = 'RESTORED',
}

registerEnumType(CaseState, {
  name: 'CaseState',
  description: 'OPEN: the votes are held. VOIDED, RESTORED: two organizers agreed that they do not, or do, count.',
});

export enum CaseVerdict {
  VOID = 'VOID',
  RESTORE = 'RESTORE',
}
registerEnumType(CaseVerdict, {
  name: 'CaseVerdict',
  description: 'VOID: the held votes shall not count. RESTORE: they shall count again.',
});

/** Votes for one entry that are held, and why. Two people settle it; until then they neither count nor are lost. */
@ObjectType({
  implements: Node,
  description:
    'Votes for one entry that are held, and why. They count again or are void once two organizers agree; nothing is ever deleted.',
})
@Entity({ tableName: 'vote_cases' })
@Index({ properties: ['competition', 'state', 'openedAt'] })
@Unique({
  name: 'vote_cases_one_open',
  expression:
    "create unique index vote_cases_one_open on vote_cases (entry_id, detector) where state = 'OPEN' and opened_by is null",
})
@Check({ name: 'vote_cases_votes_range', expression: 'votes >= 0' })
@Check({
  name: 'vote_cases_settled_by_two',
  expression:
    "(state = 'OPEN' and settled_at is null) or (state <> 'OPEN' and settled_at is not null and reason_code is not null and first_decider is not null and second_decider is not null and first_decider <> second_decider)",
})
export class VoteCase extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Index()
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  /** What found it, a VoteDetector; ORGANIZER where a person did. */
  @Property({ type: 'text' })
  detector!: string;

  /** The figures that were seen. */
  @Property({ type: 'jsonb' })
  evidence!: Record<string, unknown>;

  @Field(() => Int, { description: 'How many votes it holds, or held until it was settled.' })
  @Property({ type: 'integer' })
  votes!: number;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  openedAt!: Date;

  /** Null where a detector opened it. */
  @Property({ type: 'uuid', nullable: true })
  openedBy?: string | null;

  @Field(() => CaseState)
  @Enum(() => CaseState)
  state!: CaseState;

  @Property({ type: 'text', nullable: true })
  reasonCode?: string | null;

  @Property({ type: 'uuid', nullable: true })
  firstDecider?: string | null;

  @Property({ type: 'uuid', nullable: true })
  secondDecider?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the second of two equal verdicts was given.' })
  @Property({ type: 'timestamptz', nullable: true })
  settledAt?: Date | null;
}

/** One person's word on a case. */
@ObjectType({ implements: Node, description: "One organizer's word on a case." })
@Entity({ tableName: 'case_decisions' })
@Unique({ properties: ['case', 'user'] })
export class CaseDecision extends Node {
  @ManyToOne(() => VoteCase, { ref: true, deleteRule: 'restrict' })
  case!: Ref<VoteCase>;

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Field(() => CaseVerdict)
  @Enum(() => CaseVerdict)
  verdict!: CaseVerdict;

  @Property({ type: 'text' })
  reasonCode!: string;

  @Field(() => String, { description: 'In the words of the organizer; for organizers only.' })
  @Property({ type: 'text' })
  note!: string;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  decidedAt!: Date;
}

/** What a voter whose vote is held has to say; known by the pseudonym alone. */
@ObjectType({
  implements: Node,
  description: 'What a voter whose vote is held has to say. Organizers read it without learning who wrote it.',
})
@Entity({ tableName: 'case_appeals' })
@Unique({ properties: ['case', 'voterId'] })
export class CaseAppeal extends Node {
  @ManyToOne(() => VoteCase, { ref: true, deleteRule: 'restrict' })
  case!: Ref<VoteCase>;

  @Property({ type: 'smallint' })
  bucket!: number;

  @Property({ type: 'uuid' })
  voterId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  text!: string;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  appealedAt!: Date;
}
