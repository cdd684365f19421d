import type { EntityManager } from '@mikro-orm/postgresql';
import { asLocale, type Locale } from '../../core/locale.ts';
import { shownEmail } from '../identity/index.ts';
import { addTask, type JobDeps, type Task } from '../jobs/index.ts';
import { builtIn, type Wording } from './built-in.ts';
import { MessageProblem, mostAttempts } from './message.entity.ts';
import type { MessageKind } from './message-kinds.ts';
import type { MessageParam } from './message-param.ts';
import { problemOf } from './problem-of.ts';
import { renderWording } from './wording.ts';

export const sendMessageTask = 'sendMessage';

/** Seconds before the second attempt, the third, … up to the eighth: from moments to a working day. */
const pauses = [10, 60, 300, 1200, 3600, 3 * 3600, 6 * 3600];

interface Row {
  id: string;
  kind: MessageKind;
  user_id: string | null;
  email: string;
  locale: string | null;
  params: Record<string, MessageParam>;
  competition_id: string | null;
  attempts: number;
}

/**
 * One attempt at a message. Its row is held while the mail server is spoken to, so that no two servers send it; a crash
 * between the mail server's yes and our commit is the one way in which a mail goes out twice, under the same Message-ID.
 */
export const sendMessage: Task = {
  name: sendMessageTask,
  async run(deps, { messageId }) {
    await deps.contextOf(null).em.transactional(async (em) => {
      const [row] = await em.execute<Row[]>(
        `select m.id, m.kind, m.user_id, coalesce(m.email, u.email) as email, coalesce(m.locale, u.locale) as locale,
           m.params, m.competition_id, m.attempts
         from messages m left join users u on u.id = m.user_id
         where m.id = ? and m.state = 'QUEUED' for update of m skip locked`,
        [messageId],
      );
      if (!row) return await requireEnded(em, String(messageId));
      const failure = await attempt(deps, em, row);
      await note(deps, em, row, failure);
    });
  },
};

/** Somebody else has it in hand: we come back to see whether they managed. */
async function requireEnded(em: EntityManager, id: string): Promise<void> {
  const rows = await em.execute<unknown[]>("select id from messages where id = ? and state = 'QUEUED'", [id]);
  if (rows.length > 0) throw new Error('another server is sending this message');
}

interface Failure {
  problem: MessageProblem;
  replyCode: number | null;
  isFinal: boolean;
}

async function attempt(deps: JobDeps, em: EntityManager, row: Row): Promise<Failure | null> {
  const { mailer, publicUrl, logger } = deps;
  const to = shownEmail({ email: row.email });
  if (to === null) return { problem: MessageProblem.NO_MAILBOX, replyCode: null, isFinal: true };
  const locale = asLocale(row.locale);
  const wording = await wordingFor(em, row, locale);
  try {
    await mailer.send({ to, id: row.id, ...renderWording(wording, row.params, locale, publicUrl) });
    return null;
  } catch (error) {
    const failure = problemOf(error);
    // Not the error itself: mail servers like to repeat the address.
    logger.warn({ message: row.id, kind: row.kind, attempt: row.attempts + 1, ...failure }, 'a mail was not sent');
    return { ...failure, isFinal: false };
  }
}

async function wordingFor(em: EntityManager, { kind, competition_id: id }: Row, locale: Locale): Promise<Wording> {
  // The table belongs to message-wording, a later module.
  const [own] = await em.execute<Wording[]>(
    'select subject, body from message_templates where competition_id = ? and kind = ? and locale = ?',
    [id, kind, locale],
  );
  return own ?? builtIn[kind][locale];
}

async function note({ contextOf }: JobDeps, em: EntityManager, { id, attempts }: Row, failure: Failure | null) {
  const tried = attempts + 1;
  if (!failure) {
    // The link of an invitation admits anybody who has it, so it is erased once it is sent.
    await em.execute(
      `update messages set state = 'SENT', sent_at = ?, attempts = ?, problem = null, reply_code = null,
         params = case kind when 'INVITATION' then params - 'link' else params end
       where id = ?`,
      [contextOf(null).clock.now(), tried, id],
    );
    return;
  }
  const isOver = failure.isFinal || tried >= mostAttempts;
  await em.execute('update messages set state = ?, attempts = ?, problem = ?, reply_code = ? where id = ?', [
    isOver ? 'FAILED' : 'QUEUED',
    tried,
    failure.problem,
    failure.replyCode,
    id,
  ]);
  if (!isOver) await queueSending(em, id, pauses[tried - 1] ?? pauses.at(-1));
}

export const queueSending = (em: EntityManager, messageId: string, inSeconds = 0): Promise<void> =>
  addTask(em, sendMessageTask, { messageId }, { key: `message/${messageId}`, inSeconds });
