import type { Context } from '../../core/context.ts';
import { isId } from '../../core/graphql/refusals.ts';
import { Job } from './job.entity.ts';

/** The job, for the person who started it and the organizers of its competition; null for others. */
export async function findJob({ em, viewer }: Context, id: string): Promise<Job | null> {
  if (!viewer || !isId(id)) return null;
  const job = await em.findOne(Job, { id });
  if (!job || job.startedBy?.id === viewer.id) return job;
  if (!job.competitionId) return null;
  // Organizers belong to a later module.
  const rows = await em.execute<unknown[]>(
    'select user_id from competition_organizers where competition_id = ? and user_id = ?',
    [job.competitionId, viewer.id],
  );
  return rows.length > 0 ? job : null;
}
