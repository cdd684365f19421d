import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { pageOf, type Page } from '../../core/graphql/page.ts';
import { make } from '../../core/graphql/user-error.ts';
import { message as sentence } from '../../core/messages.ts';
import { Message, paramInWords } from '../../platform/messages/index.ts';
import { Competition, isOrganizer } from '../competitions/index.ts';
import {
  countsOf,
  maskedReader,
  MessageConnection,
  messagesOf,
  previewOf,
  wordingsOf,
} from './message-wording.queries.ts';
import {
  MessageCounts,
  MessageDesk,
  MessagePreview,
  MessagePreviewArgs,
  MessagesArgs,
  MessageWording,
} from './message-wording.types.ts';

@Resolver(() => Competition)
export class CompetitionMessagesResolver {
  @FieldResolver(() => MessageDesk, {
    nullable: true,
    description: 'The mail it sends, as its organizers see it; null for everybody else.',
  })
  async messageDesk(@Root() competition: Competition, @Ctx() context: Context): Promise<MessageDesk | null> {
    const isTheirs = await isOrganizer(context, competition.id);
    return isTheirs ? make(MessageDesk, { competitionId: competition.id }) : null;
  }
}

@Resolver(() => MessageDesk)
export class MessageDeskResolver {
  @FieldResolver(() => MessageCounts)
  async counts(@Root() desk: MessageDesk, @Ctx() context: Context): Promise<MessageCounts> {
    return await countsOf(context, desk.competitionId);
  }

  @FieldResolver(() => MessageConnection, { description: 'Newest first.' })
  async messages(
    @Root() desk: MessageDesk,
    @Args(() => MessagesArgs) args: MessagesArgs,
    @Ctx() context: Context,
  ): Promise<Page<Message>> {
    return await pageOf(context, messagesOf(args.state ?? null), args, desk.competitionId);
  }

  @FieldResolver(() => [MessageWording], { description: 'Every kind it sends, in both languages.' })
  async wordings(@Root() desk: MessageDesk, @Ctx() context: Context): Promise<MessageWording[]> {
    return await wordingsOf(context, desk.competitionId);
  }

  @FieldResolver(() => MessagePreview)
  preview(@Args(() => MessagePreviewArgs) args: MessagePreviewArgs, @Ctx() context: Context): MessagePreview {
    return previewOf(context, args);
  }
}

@Resolver(() => Message)
export class MessageResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The mailbox with most of its name hidden; null where the person has none.',
  })
  async to(@Root() message: Message, @Ctx() context: Context): Promise<string | null> {
    return await maskedReader(context, message);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What it is about: the title of the entry, or else the name of the organization.',
  })
  about(@Root() { params }: Message, @Ctx() { locale }: Context): string | null {
    const about = params.title ?? params.organization;
    return about === undefined ? null : paramInWords(about, locale, '');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the last attempt came to nothing, in words.' })
  problem(@Root() { problem, replyCode }: Message, @Ctx() { locale }: Context): string | null {
    if (!problem) return null;
    const words = sentence(locale, `message.problem.${problem}`);
    return replyCode ? sentence(locale, 'message.problemWithCode', { words, code: replyCode }) : words;
  }
}
