import type { MessageParam } from './message-param.ts';

export enum MessageKind {
  ENTRY_SUBMITTED = 'ENTRY_SUBMITTED',
  ENTRY_RETURNED = 'ENTRY_RETURNED',
  ENTRY_ACCEPTED = 'ENTRY_ACCEPTED',
  ENTRY_REJECTED = 'ENTRY_REJECTED',
  ENTRY_REOPENED = 'ENTRY_REOPENED',
  DEADLINE_REMINDER = 'DEADLINE_REMINDER',
  CORRECTION_REMINDER = 'CORRECTION_REMINDER',
  EXTENSION_GRANTED = 'EXTENSION_GRANTED',
  EXTENSION_REVOKED = 'EXTENSION_REVOKED',
  INVITATION = 'INVITATION',
  ORGANIZATION_VERIFIED = 'ORGANIZATION_VERIFIED',
  ORGANIZATION_REFUSED = 'ORGANIZATION_REFUSED',
  NOMINATION_REMINDER = 'NOMINATION_REMINDER',
  NOMINATIONS_RETURNED = 'NOMINATIONS_RETURNED',
}

/** What a message may say of its matter; each stands as {name} in a wording. */
export type Placeholder =
  | 'number'
  | 'title'
  | 'competition'
  | 'organization'
  | 'inviter'
  | 'role'
  | 'reason'
  | 'at'
  | 'code'
  | 'until'
  | 'link';

interface KindRule {
  /** A competition may have its own wording. */
  isOfCompetition: boolean;
  placeholders: readonly Placeholder[];
  /** Without these the message would not say what it is for. */
  required: readonly Placeholder[];
}

const entry = ['number', 'title', 'competition', 'organization', 'link'] as const;

/** Each kind with what it is filled in with; its built-in words are in `built-in.ts`. */
export const messageKinds = {
  ENTRY_SUBMITTED: { isOfCompetition: true, placeholders: [...entry, 'at', 'code'], required: ['title', 'link'] },
  ENTRY_RETURNED: {
    isOfCompetition: true,
    placeholders: [...entry, 'reason', 'until'],
    required: ['title', 'reason', 'until', 'link'],
  },
  ENTRY_ACCEPTED: { isOfCompetition: true, placeholders: entry, required: ['title', 'link'] },
  ENTRY_REJECTED: { isOfCompetition: true, placeholders: [...entry, 'reason'], required: ['title', 'reason'] },
  ENTRY_REOPENED: { isOfCompetition: true, placeholders: entry, required: ['title', 'link'] },
  DEADLINE_REMINDER: {
    isOfCompetition: true,
    placeholders: ['competition', 'organization', 'title', 'until', 'link'],
    required: ['until', 'link'],
  },
  CORRECTION_REMINDER: {
    isOfCompetition: true,
    placeholders: [...entry, 'until'],
    required: ['title', 'until', 'link'],
  },
  EXTENSION_GRANTED: {
    isOfCompetition: true,
    placeholders: ['competition', 'organization', 'reason', 'until', 'link'],
    required: ['until'],
  },
  EXTENSION_REVOKED: {
    isOfCompetition: true,
    placeholders: ['competition', 'organization', 'reason', 'until', 'link'],
    required: ['reason', 'until'],
  },
  INVITATION: {
    isOfCompetition: false,
    placeholders: ['organization', 'inviter', 'role', 'until', 'link'],
    required: ['organization', 'link'],
  },
  ORGANIZATION_VERIFIED: { isOfCompetition: false, placeholders: ['organization', 'link'], required: ['organization'] },
  ORGANIZATION_REFUSED: {
    isOfCompetition: false,
    placeholders: ['organization', 'reason', 'link'],
    required: ['organization', 'reason'],
  },
  NOMINATION_REMINDER: {
    isOfCompetition: true,
    placeholders: ['competition', 'organization', 'until', 'link'],
    required: ['until', 'link'],
  },
  NOMINATIONS_RETURNED: {
    isOfCompetition: true,
    placeholders: ['competition', 'organization', 'reason', 'until', 'link'],
    required: ['reason', 'until', 'link'],
  },
} as const satisfies Record<keyof typeof MessageKind, KindRule>;

/** Everything a message of this kind is filled in with. */
export type MessageParams<K extends MessageKind> = Record<
  (typeof messageKinds)[`${K}`]['placeholders'][number],
  MessageParam
>;

/** For previews: an example of each, in both languages. */
export const samples: Record<Placeholder, MessageParam> = {
  number: 128,
  title: { zh: '银龄守护：高龄老人居家照护', en: 'Silver Guard: care at home for the very old' },
  competition: { zh: '志愿服务项目大赛', en: 'Volunteer Project Competition' },
  organization: { zh: '春城邻里互助社', en: 'Spring City Neighbours' },
  inviter: { zh: '王琳', en: 'Wang Lin' },
  role: { zh: '填报人', en: 'editor' },
  reason: {
    zh: '“成果”部分没有写明服务时数，请补充。',
    en: 'The outcomes do not say how many hours were served; please add them.',
  },
  at: { at: '2026-11-21T12:00:00Z', timeZone: 'Asia/Shanghai' },
  code: '3f9a04c7',
  until: { at: '2026-11-30T15:59:00Z', timeZone: 'Asia/Shanghai' },
  link: { path: '/projects' },
};
