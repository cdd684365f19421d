import type { Task } from '../jobs/index.ts';
import { sendMessageTask } from './send-message.ts';

/** Messages that wait and have no task that would send them get one: the outbox is the truth, the line a means. */
export const lookAfterMessages: Task = {
  name: 'lookAfterMessages',
  schedule: '*/10 * * * *',
  async run({ contextOf }) {
    await contextOf(null).em.execute(
      `select (graphile_worker.add_job(?, json_build_object('messageId', m.id), job_key => 'message/' || m.id,
         max_attempts => 1000)).id
       from messages m where m.state = 'QUEUED' and m.created_at < now() - interval '5 minutes'
         and not exists (select from graphile_worker.jobs j where j.key = 'message/' || m.id)
       limit 1000`,
      [sendMessageTask],
    );
  },
};
