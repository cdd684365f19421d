import type { MessageState } from '../../gql/types';

/** ALL stands for no filter, so that an address can say it. */
export const messageFilters = ['ALL', 'QUEUED', 'SENT', 'FAILED'] as const;
export type MessageFilter = (typeof messageFilters)[number];

export const filterIn = (address: string | null): MessageFilter =>
  messageFilters.find((filter) => filter === address) ?? 'ALL';

export const stateOf = (filter: MessageFilter): MessageState | null => (filter === 'ALL' ? null : filter);
