import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { assertSignedIn } from '../../core/graphql/operator.ts';
import { invalidField } from '../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { make, type InvalidInputError } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { canSeeEntry, Entry } from '../entries/index.ts';
import { Project } from '../../work/projects/index.ts';
import { ProjectContinuation } from './continuation.entity.ts';
import { mayMark } from './continuations.ts';
import { MarkContinuationSuccess, type MarkContinuationInput } from './nomination.types.ts';

/**
 * Marks the project of an entry as the continuation of an earlier one under another name, whose prizes then count. For
 * organizers, and for those who act for a unit on its way.
 */
export async function markContinuation(
  context: Context,
  { entryId, earlierEntryId }: MarkContinuationInput,
): Promise<MarkContinuationSuccess | InvalidInputError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const entry = isId(entryId) ? await em.findOne(Entry, { id: entryId }) : null;
    if (!entry) throw notFound(context);
    if (!(await mayMark(inside, entry))) throw notFound(context);
    const project = entry.project.id;
    await em.execute('select id from projects where id = ? for no key update', [project]);
    await em.nativeDelete(ProjectContinuation, { project });
    if (earlierEntryId) {
      const earlier = isId(earlierEntryId) ? await em.findOne(Entry, { id: earlierEntryId }) : null;
      if (!earlier || !(await canSeeEntry(inside, earlier))) throw notFound(context);
      // Nothing goes on with itself, by no detour either.
      const [loop] = await em.execute<unknown[]>('select 1 from projects_before(?) as b(id) where b.id = ?', [
        earlier.project.id,
        project,
      ]);
      if (loop) return invalidField(context, 'earlierEntryId');
      em.create(ProjectContinuation, {
        project: em.getReference(Project, project, { wrapped: true }),
        earlier: earlier.project,
        earlierEntry: em.getReference(Entry, earlier.id, { wrapped: true }),
        markedBy: context.viewer?.id ?? null,
        markedAt: context.clock.now(),
      });
    }
    recordAct(context, em, 'markContinuation', { type: 'Entry', id: entryId }, { earlierEntryId });
    return make(MarkContinuationSuccess, { entry });
  });
}
