import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { User } from '../identity/index.ts';
import { MessageKind } from './message-kinds.ts';
import type { MessageParam } from './message-param.ts';

export enum MessageState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  FAILED = 'FAILED',
}
registerEnumType(MessageState, {
  name: 'MessageState',
  description:
    'QUEUED: on its way, or waiting for the next attempt. SENT: handed to the mail server. FAILED: given up; an organizer may try again.',
});
registerEnumType(MessageKind, { name: 'MessageKind', description: 'What a message is about.' });

export enum MessageProblem {
  NO_MAILBOX = 'NO_MAILBOX',
  REFUSED = 'REFUSED',
  UNREACHABLE = 'UNREACHABLE',
  NOT_LET_IN = 'NOT_LET_IN',
  OTHER = 'OTHER',
}

export const mostAttempts = 8;

/** The outbox: written with what it tells of, in one transaction, and sent afterwards. */
@ObjectType({ implements: Node, description: 'A mail to one person, sent after what it tells of has happened.' })
@Entity({ tableName: 'messages' })
@Index({ properties: ['competitionId', 'createdAt'] })
@Index({
  name: 'messages_waiting',
  expression: "create index messages_waiting on messages (created_at) where state = 'QUEUED'",
})
@Unique({
  name: 'messages_once',
  expression: 'create unique index messages_once on messages (user_id, once) where once is not null',
})
@Check({ name: 'messages_one_reader', expression: '(user_id is null) <> (email is null)' })
@Check({
  name: 'messages_locale_of_stranger',
  expression: "email is null or coalesce(locale in ('zh-CN', 'en'), false)",
})
@Check({ name: 'messages_attempts_range', expression: `attempts >= 0 and attempts <= ${mostAttempts}` })
@Check({ name: 'messages_sent_at_some_time', expression: "(state = 'SENT') = (sent_at is not null)" })
@Check({ name: 'messages_failed_for_a_reason', expression: "state <> 'FAILED' or problem is not null" })
@Trigger({
  name: 'messages_sent_for_good',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.state = 'SENT' and new.state <> 'SENT' then
        raise exception 'this message has been sent' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Message extends Node {
  @Field(() => MessageKind)
  @Enum(() => MessageKind)
  kind!: MessageKind;

  @Index()
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'cascade' })
  user?: Ref<User> | null;

  /** Of somebody who has no account yet. */
  @Property({ type: 'text', nullable: true })
  email?: string | null;

  /** For a reader without an account; an account's own language is looked up when the message is sent. */
  @Property({ type: 'text', nullable: true })
  locale?: string | null;

  @Property({ type: 'jsonb' })
  params!: Record<string, MessageParam>;

  /** Its organizers see the message and may have worded it. */
  @Property({ type: 'uuid', nullable: true })
  competitionId?: string | null;

  @Property({ type: 'text' })
  subjectType!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Field(() => MessageState)
  @Enum(() => MessageState)
  state: Opt<MessageState> = MessageState.QUEUED;

  @Field(() => Int, { description: 'How often it was tried; after 8 it has failed.' })
  @Property({ type: 'integer', default: 0 })
  attempts: Opt<number> = 0;

  /** Why the last attempt came to nothing. */
  @Enum({ items: () => MessageProblem, nullable: true })
  problem?: MessageProblem | null;

  /** What the mail server answered: its number alone, because its words repeat the address. */
  @Property({ type: 'integer', nullable: true })
  replyCode?: number | null;

  /** What a person is told once and never again, such as that a deadline is near. */
  @Property({ type: 'text', nullable: true })
  once?: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  sentAt?: Date | null;
}
