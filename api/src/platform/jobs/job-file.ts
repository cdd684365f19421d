import type { FastifyInstance } from 'fastify';
import { contextOfRequest, type RequestDeps } from '../../core/request-context.ts';
import type { Task } from './job-deps.ts';
import type { Job } from './job.entity.ts';
import { findJob } from './job.queries.ts';
import { keptHours, type ResultStore } from './result-store.ts';

export const jobFilePath = (jobId: string): string => `/api/jobs/${jobId}/file`;

/** Until when its file can be fetched; null where there is none. */
export const expiryOf = ({ file, finishedAt }: Job): Date | null =>
  file && finishedAt ? new Date(finishedAt.getTime() + keptHours * 3_600_000) : null;

/** The file that came out of a job, for those who see the job. */
export function registerJobFiles(app: FastifyInstance, deps: RequestDeps & { results: ResultStore }): void {
  app.get<{ Params: { id: string } }>('/api/jobs/:id/file', async (request, reply) => {
    const context = await contextOfRequest(deps, request);
    const job = await findJob(context, request.params.id);
    const expiresAt = job && expiryOf(job);
    const content = job?.file && expiresAt && context.clock.now() < expiresAt ? await deps.results.read(job.id) : null;
    if (!job?.file || !content) {
      return await reply
        .status(404)
        .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
    }
    return await reply
      .type(job.file.type)
      .header('content-length', content.size)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(job.file.name)}`)
      .send(content.stream);
  });
}

/** Every hour, on each server for the files it has. */
export const sweepResults: Task = {
  name: 'sweepResults',
  schedule: '7 * * * *',
  run: async ({ results, contextOf }) => await results.sweep(contextOf(null).clock.now()),
};
