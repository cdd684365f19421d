/**
 * Mails that follow from what happens. A use case calls `queueMessage` or `queueToMembers` within its transaction; the
 * rest (sending after the commit, language, wording, another attempt) follows by itself. A new kind needs a line in
 * `message-kinds.ts`, its words in `built-in.ts` and a migration for the check on `messages.kind`.
 */
export { builtIn, type Wording } from './built-in.ts';
export { lookAfterMessages } from './look-after-messages.ts';
export { Message, MessageState } from './message.entity.ts';
export { MessageKind, messageKinds, samples, type Placeholder } from './message-kinds.ts';
export { instantParam, paramInWords } from './message-param.ts';
export { queueMessage, queueToMembers } from './queue-message.ts';
export { queueToManyMembers, type OrganizationMatter } from './queue-to-many.ts';
export { remind } from './remind.ts';
export { queueSending, sendMessage } from './send-message.ts';
export { checkWording, renderWording } from './wording.ts';
