import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../../graphql/node.ts';
import { Competition } from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';
import { User } from '../identity/index.ts';

export enum CaseState {
  OPEN = 'OPEN',
  VOIDED = 'VOIDED',
  RESTORED = 'RESTORED',
}

export enum CaseVerdict {
  VOID = 'VOID',
  RESTORE = 'RESTORE',
}

/** Votes for one entry that are held, and why. Two people settle it; until then they neither count nor are lost. */
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

  /** What found it, such as `night-share`; `organizer` where a person did. */
  @Property({ type: 'text' })
  detector!: string;

  /** The figures that were seen. */
  @Property({ type: 'jsonb' })
  evidence!: Record<string, unknown>;

  /** How many votes it holds, or held. */
  @Property({ type: 'integer' })
  votes!: number;

  @Property({ type: 'timestamptz' })
  openedAt!: Date;

  /** Null where a detector opened it. */
  @Property({ type: 'uuid', nullable: true })
  openedBy?: string | null;

  @Enum(() => CaseState)
  state!: CaseState;

  @Property({ type: 'text', nullable: true })
  reasonCode?: string | null;

  @Property({ type: 'uuid', nullable: true })
  firstDecider?: string | null;

  @Property({ type: 'uuid', nullable: true })
  secondDecider?: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  settledAt?: Date | null;
}

/** One person's word on a case. */
@Entity({ tableName: 'case_decisions' })
@Unique({ properties: ['case', 'user'] })
export class CaseDecision extends Node {
  @ManyToOne(() => VoteCase, { ref: true, deleteRule: 'restrict' })
  case!: Ref<VoteCase>;

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Enum(() => CaseVerdict)
  verdict!: CaseVerdict;

  @Property({ type: 'text' })
  reasonCode!: string;

  @Property({ type: 'text' })
  note!: string;

  @Property({ type: 'timestamptz' })
  decidedAt!: Date;
}

/** What a voter whose vote is held has to say; known by the pseudonym alone. */
@Entity({ tableName: 'case_appeals' })
@Unique({ properties: ['case', 'voterId'] })
export class CaseAppeal extends Node {
  @ManyToOne(() => VoteCase, { ref: true, deleteRule: 'restrict' })
  case!: Ref<VoteCase>;

  @Property({ type: 'smallint' })
  bucket!: number;

  @Property({ type: 'uuid' })
  voterId!: string;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'timestamptz' })
  appealedAt!: Date;
}
