import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import type { MessageKind } from './message-kinds.ts';
import type { MessageMatter } from './queue-message.ts';
import { sendMessageTask } from './send-message.ts';

/** Something to tell every member of an organization. */
export type OrganizationMatter = {
  [K in MessageKind]: MessageMatter<K> & { organizationId: string };
}[MessageKind];

/** As `queueToMembers`, of many matters to the members of each organization, in one statement; how many were written. */
export async function queueToManyMembers(
  context: Context,
  em: EntityManager,
  matters: readonly OrganizationMatter[],
): Promise<number> {
  if (context.isOperator || matters.length === 0) return 0;
  const rows = await em.execute<unknown[]>(
    `with queued as (
       insert into messages (id, kind, user_id, params, competition_id, subject_type, subject_id, state, attempts, once,
         created_at)
       select gen_random_uuid(), r.kind, m.user_id, r.params, r."competitionId", r.subject ->> 'type',
         (r.subject ->> 'id')::uuid, 'QUEUED', 0, r.once, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as r(kind text, params jsonb, "competitionId" uuid, subject jsonb,
         "organizationId" uuid, once text)
       join organization_members m on m.organization_id = r."organizationId" and m.left_at is null
       on conflict (user_id, once) where once is not null do nothing
       returning id)
     select (graphile_worker.add_job(?, json_build_object('messageId', id), job_key => 'message/' || id,
       max_attempts => 1000)).id from queued`,
    [context.clock.now(), JSON.stringify(matters), sendMessageTask],
  );
  return rows.length;
}
