import { unitOfWork } from '../../../core/unit-of-work.ts';
import type { Task } from '../../../platform/jobs/index.ts';

/** Two seconds of work at most: a server that stops loses no more than that. */
const atOnce = 20;

/** Compares the entries handed in since the last minute with the others; one server at a time. */
export const compareEntries: Task = {
  name: 'compareEntries',
  schedule: '* * * * *',
  async run({ contextOf }) {
    for (;;) {
      const compared = await unitOfWork(contextOf(null), async (em) => {
        await em.execute("select pg_advisory_xact_lock(hashtext('compareEntries'))");
        return await em.execute<unknown[]>(
          `with due as (delete from uncompared_entries where entry_id in (
             select entry_id from uncompared_entries order by entry_id limit ${atOnce}) returning entry_id)
           select compare_entry(entry_id)::text from due`,
        );
      });
      if (compared.length < atOnce) return;
    }
  },
};
