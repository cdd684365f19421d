export { MessageTemplate } from './message-template.entity.ts';
export { CompetitionMessagesResolver, MessageDeskResolver, MessageResolver } from './message-desk.resolver.ts';
