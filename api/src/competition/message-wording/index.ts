export { MessageTemplate } from './message-template.entity.ts';
export { CompetitionMessagesResolver, MessageDeskResolver, MessageResolver } from './message-wording.resolver.ts';
export { MessageMutations } from './mutations.ts';
