import { rowsBy, selectRows } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { make } from '../../core/graphql/user-error.ts';
import { message as sentence } from '../../core/messages.ts';
import { shownEmail } from '../../platform/identity/index.ts';
import { Language } from '../../work/projects/index.ts';
import {
  builtIn,
  checkWording,
  Message,
  MessageKind,
  messageKinds,
  renderWording,
  samples,
  type MessageState,
  type Placeholder,
  type Wording,
} from '../../platform/messages/index.ts';
import { MessageTemplate } from './message-template.entity.ts';
import {
  localeIn,
  MessageCounts,
  MessagePlaceholder,
  MessagePreview,
  MessageWording,
  type MessagePreviewArgs,
} from './message-wording.types.ts';

export const MessageConnection = connectionOf(() => Message, 'Message');

/** Messages of a competition, newest first. */
export const messagesOf = (state: MessageState | null): PageSource<Message> => ({
  entity: Message,
  name: `messageDesk.messages/${state ?? ''}`,
  from: 'messages m',
  alias: 'm',
  parent: 'm.competition_id',
  where: state === null ? [] : [{ sql: 'm.state = ?', params: [state] }],
  order: { sql: 'm.created_at', type: 'timestamptz', descending: true },
});

export async function countsOf(context: Context, competitionId: string): Promise<MessageCounts> {
  const [row] = await selectRows<MessageCounts>(
    context,
    'messageDesk.counts',
    competitionId,
    `select competition_id as id, count(*) filter (where state = 'QUEUED')::int as queued,
       count(*) filter (where state = 'SENT')::int as sent, count(*) filter (where state = 'FAILED')::int as failed
     from messages where competition_id = any(?::uuid[]) group by 1`,
  );
  const { queued, sent, failed } = row ?? { queued: 0, sent: 0, failed: 0 };
  return make(MessageCounts, { queued, sent, failed });
}

/** To whom, as far as an organizer needs to know: enough to recognize the mailbox, too little to write to it. */
export async function maskedReader(context: Context, { id, email, user }: Message): Promise<string | null> {
  if (!user) return email ? maskedEmail(email) : null;
  const [row] = await selectRows<{ id: string; email: string }>(
    context,
    'message.reader',
    id,
    'select m.id, u.email from messages m join users u on u.id = m.user_id where m.id = any(?::uuid[])',
  );
  const shown = row && shownEmail(row);
  return shown ? maskedEmail(shown) : null;
}

function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${Array.from(name).slice(0, 1).join('')}***@${host}`;
}

const templatesOf = rowsBy(MessageTemplate, 'competition');

/** How each kind is worded in each language: the organizers' own words, or else the built-in ones. */
export async function wordingsOf(context: Context, competitionId: string): Promise<MessageWording[]> {
  const own = await templatesOf(context, competitionId);
  return Object.values(MessageKind)
    .filter((kind) => messageKinds[kind].isOfCompetition)
    .flatMap((kind) =>
      Object.values(Language).map((language) => {
        const template = own.find((one) => one.kind === kind && one.locale === localeIn(language));
        return wordingOf(context, kind, language, template ?? null);
      }),
    );
}

export function wordingOf(
  { locale }: Context,
  kind: MessageKind,
  language: Language,
  own: MessageTemplate | null,
): MessageWording {
  const { subject, body } = own ?? builtIn[kind][localeIn(language)];
  const { placeholders, required } = messageKinds[kind];
  const all: readonly Placeholder[] = placeholders;
  return make(MessageWording, {
    kind,
    language,
    subject,
    body,
    isOwn: own !== null,
    savedAt: own?.savedAt ?? null,
    placeholders: all.map((name) =>
      make(MessagePlaceholder, {
        name,
        meaning: sentence(locale, `message.placeholder.${name}`),
        sample: sampleOf(name, language),
        isRequired: (required as readonly Placeholder[]).includes(name),
      }),
    ),
  });
}

const site = 'https://laurel.example';

const sampleOf = (name: Placeholder, language: Language): string =>
  renderWording({ subject: '', body: `{${name}}` }, samples, localeIn(language), site).text;

export function previewOf(context: Context, { kind, language, subject, body }: MessagePreviewArgs): MessagePreview {
  const wording: Wording = { subject, body };
  const { placeholders } = messageKinds[kind];
  const known = Object.fromEntries((placeholders as readonly Placeholder[]).map((name) => [name, samples[name]]));
  const rendered = renderWording(wording, known, localeIn(language), site);
  return make(MessagePreview, {
    subject: rendered.subject,
    text: rendered.text,
    problems: problemsOf(context, kind, wording).map(({ words }) => words),
  });
}

/** What keeps a wording from being saved, in words. */
export function problemsOf(
  { locale }: Context,
  kind: MessageKind,
  wording: Wording,
): { is: 'unknown' | 'missing'; placeholders: string[]; words: string }[] {
  const { unknown, missing } = checkWording(kind, wording);
  return (['unknown', 'missing'] as const).flatMap((is) => {
    const placeholders: string[] = is === 'unknown' ? unknown : missing;
    if (placeholders.length === 0) return [];
    const names = placeholders.map((name) => `{${name}}`).join(locale === 'en' ? ', ' : '、');
    return [{ is, placeholders, words: sentence(locale, `message.${is}Placeholder`, { names }) }];
  });
}
