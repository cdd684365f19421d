import type { Context } from '../../core/context.ts';
import type { Task } from '../../platform/jobs/index.ts';
import { storageOf } from './storage-of.ts';

const batch = 200;
const dayMs = 24 * 60 * 60 * 1000;

interface Row {
  id: string;
  key: string | null;
  thumbnail_key: string | null;
}

/**
 * Erases what nobody waits for: uploads awaited for more than a day, refused ones, and removed ones that no entry froze;
 * says how many. The rows go first: a file without a row is bytes wasted, a row without its file is a broken page.
 */
export async function sweepUploads(context: Context): Promise<number> {
  const storage = storageOf(context);
  const before = new Date(context.clock.now().getTime() - dayMs);
  let swept = 0;
  for (;;) {
    const rows = await context.em.fork().execute<Row[]>(
      `delete from uploads where id in (
         select u.id from uploads u where u.state <> 'READY' and u.created_at < ?
           and not exists (select from entry_attachments a where a.upload_id = u.id)
         order by u.created_at limit ? for update skip locked)
       returning id, key, thumbnail_key`,
      [before, batch],
    );
    for (const { id } of rows) await storage.dropIncoming(id);
    await storage.erase(rows.flatMap(({ key, thumbnail_key }) => [key, thumbnail_key].filter((one) => one !== null)));
    swept += rows.length;
    if (rows.length < batch) return swept;
  }
}

/** Every hour. */
export const sweepUploadsHourly: Task = {
  name: 'sweepUploads',
  schedule: '23 * * * *',
  run: async ({ contextOf }) => {
    await sweepUploads(contextOf(null));
  },
};
