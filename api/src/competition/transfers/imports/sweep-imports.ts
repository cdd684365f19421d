import { unitOfWork } from '../../../core/unit-of-work.ts';
import type { Task } from '../../../platform/jobs/index.ts';
import { storageOf } from '../../../work/uploads/index.ts';

/** How long a file is kept that nobody imports. */
const keptDays = 7;

/** Deletes files that were never imported, with their problems. */
export const sweepImports: Task = {
  name: 'sweepImports',
  schedule: '37 * * * *',
  async run({ contextOf }) {
    const context = contextOf(null);
    const keys = await unitOfWork(context, async (em) => {
      const rows = await em.execute<{ key: string | null }[]>(
        `delete from entry_imports where state in ('AWAITED', 'RECEIVED', 'CHECKED') and created_at < ?::timestamptz returning key`,
        [new Date(context.clock.now().getTime() - keptDays * 86_400_000)],
      );
      return rows.flatMap(({ key }) => key ?? []);
    });
    if (keys.length > 0) await storageOf(context).erase(keys);
  },
};
