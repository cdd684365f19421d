import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { User } from '../identity/index.ts';

export enum JobState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(JobState, {
  name: 'JobState',
  description: 'QUEUED: waits, for its turn or before another attempt. DONE and FAILED are for good.',
});

/** A file that came out of a job; kept for a day. */
export interface JobFile {
  name: string;
  type: string;
}

/** Why a job failed: a key of our sentences and what to fill in. */
export interface JobProblemWords {
  key: string;
  values: Record<string, unknown>;
}

@ObjectType({
  implements: Node,
  description: 'Work that goes on in the background. Ask for it again every second or two until it is DONE or FAILED.',
})
@Entity({ tableName: 'jobs' })
@Index({ properties: ['competitionId', 'createdAt'] })
@Check({ name: 'jobs_done_range', expression: 'done >= 0 and (total is null or (total >= 0 and done <= total))' })
@Check({ name: 'jobs_attempts_range', expression: 'attempts >= 0' })
@Check({ name: 'jobs_finished', expression: "(state in ('DONE', 'FAILED')) = (finished_at is not null)" })
@Check({ name: 'jobs_failed_for_a_reason', expression: "(state = 'FAILED') = (problem is not null)" })
@Trigger({
  name: 'jobs_end_once',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.finished_at is not null and new.state <> old.state then
        raise exception 'this job has ended' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Job extends Node {
  @Field(() => String, { description: 'What is being done, such as `exportEntries`.' })
  @Property({ type: 'text' })
  kind!: string;

  /** What the work needs to know; written once, by who started it. */
  @Property({ type: 'jsonb' })
  payload!: Record<string, unknown>;

  @Field(() => JobState)
  @Enum(() => JobState)
  state: Opt<JobState> = JobState.QUEUED;

  /** How often it was started; it also tells a run from the one that took the job over. */
  @Property({ type: 'integer', default: 0 })
  attempts: Opt<number> = 0;

  @Field(() => Int, { description: 'Steps done; what a step is depends on the kind.' })
  @Property({ type: 'integer', default: 0 })
  done: Opt<number> = 0;

  @Field(() => Int, { nullable: true, description: 'Steps in all; null as long as nobody knows.' })
  @Property({ type: 'integer', nullable: true })
  total?: number | null;

  /** How far the work has come for good, in words of its own; where the next attempt begins. */
  @Property({ type: 'jsonb', nullable: true })
  mark?: Record<string, unknown> | null;

  @Property({ type: 'jsonb', nullable: true })
  problem?: JobProblemWords | null;

  /** What the work gave back; a field of the kind's own module may tell it. */
  @Property({ type: 'jsonb', nullable: true })
  result?: Record<string, unknown> | null;

  @Property({ type: 'jsonb', nullable: true })
  file?: JobFile | null;

  /** Null where the operator of the installation started it. */
  @Index()
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'set null' })
  startedBy?: Ref<User> | null;

  /** Its organizers see the job as well as who started it. */
  @Property({ type: 'uuid', nullable: true })
  competitionId?: string | null;

  @Property({ type: 'text', nullable: true })
  subjectType?: string | null;

  @Property({ type: 'uuid', nullable: true })
  subjectId?: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was first taken up.' })
  @Property({ type: 'timestamptz', nullable: true })
  startedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  finishedAt?: Date | null;

  @Field(() => Int, { nullable: true, description: '0 to 100; null as long as nobody knows.' })
  percent(): number | null {
    if (this.state === JobState.DONE) return 100;
    return this.total ? Math.floor((100 * this.done) / this.total) : null;
  }
}
