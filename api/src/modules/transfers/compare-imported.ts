import type { EntityManager } from '@mikro-orm/postgresql';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { addTask, type Task } from '../jobs/index.ts';

const atOnce = 20;

/**
 * In the transaction of an import: its entries are looked at for likenesses once it is committed, a few at a time. To look
 * at a thousand takes minutes, in which nobody could hand anything in.
 */
export async function compareLater(em: EntityManager, importId: string): Promise<void> {
  await em.execute("select set_config('laurel.compared_later', 'yes', true)");
  await addTask(em, 'compareImported', { importId, after: 0 }, { key: `compareImported/${importId}` });
}

/** Some entries, and then the rest as a task of its own, so that a server that stops loses little. */
export const compareImported: Task = {
  name: 'compareImported',
  async run({ contextOf }, { importId, after }) {
    await unitOfWork(contextOf(null), async (em) => {
      const rows = await em.execute<{ row: number }[]>(
        `select row, compare_entry(entry_id)::text from (
           select row, entry_id from imported_entries where entry_import_id = ? and row > ? order by row limit ${atOnce}) n`,
        [importId, after],
      );
      const last = rows.at(-1)?.row;
      if (last === undefined) return;
      await addTask(em, 'compareImported', { importId, after: last }, { key: `compareImported/${String(importId)}` });
    });
  },
};
