import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import type { Locale } from '../../core/locale.ts';
import type { MessageKind, MessageParams } from './message-kinds.ts';
import { sendMessageTask } from './send-message.ts';

export interface MessageMatter<K extends MessageKind> {
  kind: K;
  params: MessageParams<K>;
  /** Its organizers see the message and may have worded it. */
  competitionId?: string | null;
  subject: { type: string; id: string };
  /** What a person is told once and never again; a second message with the same word is left out. */
  once?: string | null;
}

/**
 * Writes a message to one person, in the transaction of what it tells of: it is sent after the commit, and after a
 * rollback it was never written. What the operator of the installation does tells nobody: loading is not doing.
 */
export async function queueMessage<K extends MessageKind>(
  context: Context,
  em: EntityManager,
  matter: MessageMatter<K> & { to: { userId: string } | { email: string; locale: Locale } },
): Promise<void> {
  if (context.isOperator) return;
  await writeMessages(context, em, matter, readerSql(matter.to));
}

/** The same to every member of an organization, in one statement; how many were written. */
export async function queueToMembers<K extends MessageKind>(
  context: Context,
  em: EntityManager,
  organizationId: string,
  matter: MessageMatter<K>,
): Promise<number> {
  if (context.isOperator) return 0;
  return await writeToMembers(context, em, organizationId, matter);
}

/** As `queueToMembers`, also where the machine writes of its own accord, as reminders are. */
const writeToMembers = async <K extends MessageKind>(
  context: Context,
  em: EntityManager,
  organizationId: string,
  matter: MessageMatter<K>,
): Promise<number> =>
  await writeMessages(context, em, matter, {
    sql: `select m.user_id, null::text as email, null::text as locale from organization_members m
          where m.organization_id = ? and m.left_at is null`,
    params: [organizationId],
  });

const readerSql = (to: { userId: string } | { email: string; locale: Locale }) =>
  'userId' in to
    ? { sql: 'select ?::uuid as user_id, null::text as email, null::text as locale', params: [to.userId] }
    : { sql: 'select null::uuid as user_id, ?::text as email, ?::text as locale', params: [to.email, to.locale] };

async function writeMessages<K extends MessageKind>(
  { clock }: Context,
  em: EntityManager,
  { kind, params, competitionId = null, subject, once = null }: MessageMatter<K>,
  readers: { sql: string; params: unknown[] },
): Promise<number> {
  const rows = await em.execute<unknown[]>(
    `with queued as (
       insert into messages (id, kind, user_id, email, locale, params, competition_id, subject_type, subject_id,
         state, attempts, once, created_at)
       select gen_random_uuid(), ?, r.user_id, r.email, r.locale, ?::jsonb, ?::uuid, ?, ?::uuid, 'QUEUED', 0, ?::text,
         ?::timestamptz from (${readers.sql}) r
       on conflict (user_id, once) where once is not null do nothing
       returning id)
     select (graphile_worker.add_job(?, json_build_object('messageId', id), job_key => 'message/' || id,
       max_attempts => 1000)).id from queued`,
    [
      kind,
      JSON.stringify(params),
      competitionId,
      subject.type,
      subject.id,
      once,
      clock.now(),
      ...readers.params,
      sendMessageTask,
    ],
  );
  return rows.length;
}
