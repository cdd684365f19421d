import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../../core/graphql/page.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import type { Locale } from '../../core/locale.ts';
import { Language } from '../../work/projects/index.ts';
import { Message, MessageKind, MessageState } from '../../platform/messages/index.ts';
import { InCompetition } from '../competitions/index.ts';

export const localeIn = (language: Language): Locale => (language === Language.EN ? 'en' : 'zh-CN');

@ObjectType({ description: 'How many messages of a competition are in each state.' })
export class MessageCounts {
  @Field(() => Int)
  queued!: number;

  @Field(() => Int)
  sent!: number;

  @Field(() => Int)
  failed!: number;
}

@ObjectType({ description: 'Mail that a competition sends, as its organizers see it.' })
export class MessageDesk {
  competitionId!: string;
}

@ObjectType({ description: 'What may stand in braces in a wording, such as {title}.' })
export class MessagePlaceholder {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What it stands for, in words.' })
  meaning!: string;

  @Field(() => String, { description: 'An example.' })
  sample!: string;

  @Field(() => Boolean, { description: 'Whether a wording must have it.' })
  isRequired!: boolean;
}

@ObjectType({ description: 'How a kind of message is worded in one language.' })
export class MessageWording {
  @Field(() => MessageKind)
  kind!: MessageKind;

  @Field(() => Language)
  language!: Language;

  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'With an empty line between paragraphs.' })
  body!: string;

  @Field(() => Boolean, { description: "Whether these are the organizers' own words instead of the built-in ones." })
  isOwn!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the organizers saved theirs.' })
  savedAt!: Date | null;

  @Field(() => [MessagePlaceholder])
  placeholders!: MessagePlaceholder[];
}

@ObjectType({ description: 'A message as it would be sent, filled in with examples.' })
export class MessagePreview {
  @Field(() => String)
  subject!: string;

  @Field(() => String)
  text!: string;

  @Field(() => [String], { description: 'What keeps it from being saved, in words; empty where nothing does.' })
  problems!: string[];
}

@ArgsType()
export class MessagesArgs extends PageArgs {
  @Field(() => MessageState, { nullable: true, description: 'Only those in this state.' })
  state?: MessageState | null;
}

@ArgsType()
export class MessagePreviewArgs {
  @Field(() => MessageKind)
  kind!: MessageKind;

  @Field(() => Language)
  language!: Language;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  body!: string;
}

@InputType()
export class RetryMessageInput {
  @Field(() => ID)
  messageId!: string;
}

@InputType()
export class ResetMessageWordingInput extends InCompetition {
  @Field(() => MessageKind)
  kind!: MessageKind;

  @Field(() => Language)
  language!: Language;
}

@InputType()
export class SaveMessageWordingInput extends ResetMessageWordingInput {
  @Field(() => String, { description: 'One line; with {placeholders}, as the body.' })
  subject!: string;

  @Field(() => String)
  body!: string;
}

@ObjectType()
export class RetryMessageSuccess {
  @Field(() => Message)
  retried!: Message;
}

@ObjectType({ implements: UserError, description: 'It has not failed: it is on its way, or was sent.' })
export class MessageNotFailedError extends UserError {
  @Field(() => Message)
  current!: Message;
}

@ObjectType()
export class SaveMessageWordingSuccess {
  @Field(() => MessageWording)
  wording!: MessageWording;
}

@ObjectType({ implements: UserError, description: 'The wording names what this kind of message knows nothing of.' })
export class UnknownPlaceholderError extends UserError {
  @Field(() => [String])
  placeholders!: string[];
}

@ObjectType({ implements: UserError, description: 'The wording leaves out what the message is for.' })
export class MissingPlaceholderError extends UserError {
  @Field(() => [String])
  placeholders!: string[];
}
