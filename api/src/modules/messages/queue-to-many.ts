import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.ts';
import type { MessageKind } from './message-kinds.ts';
import type { MessageMatter } from './queue-message.ts';
import { sendMessageTask } from './send-message.ts';

/** Something to tell every member of an organization. */
export type OrganizationMatter = {
  [K in MessageKind]: Omit<MessageMatter<K>, 'once'> & { organizationId: string };
}[MessageKind];

/** As `queueToMembers`, of many matters to the members of each organization, in one statement. */
export async function queueToManyMembers(
  context: Context,
  em: EntityManager,
  matters: readonly OrganizationMatter[],
): Promise<void> {
  if (context.isOperator || matters.length === 0) return;
  await em.execute(
    `with queued as (
       insert into messages (id, kind, user_id, params, competition_id, subject_type, subject_id, state, attempts, created_at)
       select gen_random_uuid(), r.kind, m.user_id, r.params, r."competitionId", r.subject ->> 'type',
         (r.subject ->> 'id')::uuid, 'QUEUED', 0, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as r(kind text, params jsonb, "competitionId" uuid, subject jsonb,
         "organizationId" uuid)
       join organization_members m on m.organization_id = r."organizationId" and m.left_at is null
       returning id)
     select (graphile_worker.add_job(?, json_build_object('messageId', id), job_key => 'message/' || id,
       max_attempts => 1000)).id from queued`,
    [context.clock.now(), JSON.stringify(matters), sendMessageTask],
  );
}
