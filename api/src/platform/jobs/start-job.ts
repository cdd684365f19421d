import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { User } from '../identity/index.ts';
import { addTask } from './add-task.ts';
import { Job } from './job.entity.ts';
import type { JobKind } from './job-kind.ts';

export const runJobTask = 'runJob';

/** Starts work in the background, once the caller's transaction is committed; after a rollback there is no job. */
export async function startJob<P extends object>(
  context: Context,
  em: EntityManager,
  { kind }: JobKind<P>,
  payload: P,
  about: { competitionId?: string | null; subject?: { type: string; id: string } | null } = {},
): Promise<Job> {
  const job = em.create(Job, {
    kind,
    payload: payload as Record<string, unknown>,
    startedBy: context.viewer ? ref(em.getReference(User, context.viewer.id)) : null,
    competitionId: about.competitionId ?? null,
    subjectType: about.subject?.type ?? null,
    subjectId: about.subject?.id ?? null,
    createdAt: context.clock.now(),
  });
  await queueJob(em, job.id);
  return job;
}

export const queueJob = (em: EntityManager, jobId: string, inSeconds = 0): Promise<void> =>
  addTask(em, runJobTask, { jobId }, { key: `job/${jobId}`, inSeconds });
