import { declareConflictInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { ConflictKind } from './conflict.entity.ts';
import { recordConflicts } from './find-conflicts.ts';
import { Assignment, ReleaseReason } from '../judging.entity.ts';
import { DeclareConflictSuccess, type DeclareConflictInput, type ResultsStandError } from '../panel.types.ts';
import { refusePublished } from '../refuse-published.ts';
import { releaseAssignments } from '../release-assignments.ts';

/**
 * The judge says: I am too close to this entry. It leaves the queue at once, with whatever was marked, also a submitted
 * sheet, and in every seat of the judge; until the results are published. The judge of it only.
 */
export async function declareConflict(
  context: Context,
  input: DeclareConflictInput,
): Promise<DeclareConflictSuccess | ResultsStandError | InvalidInputError> {
  const { viewer, clock } = context;
  if (!viewer) throw unauthenticated(context);
  const parsed = parseInput(context, declareConflictInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const own = { id: input.assignmentId, judge: { user: viewer.id, retiredAt: null }, releasedAt: null };
    const found = isId(input.assignmentId) ? await em.findOne(Assignment, own, { populate: ['stage'] }) : null;
    if (!found) throw notFound(context);
    const refusal = await refusePublished(context, em, found.stage.$.competition.id);
    if (refusal) return refusal;
    const assignment = await em.findOne(Assignment, own, { populate: ['judge'], refresh: true });
    if (!assignment) throw notFound(context);
    const conflict = { judgeId: assignment.judge.id, entryId: assignment.entry.id, kind: ConflictKind.DECLARED };
    await recordConflicts(em, [conflict], { note: parsed.note ?? '', recordedBy: viewer.id, now: clock.now() });
    const which = {
      sql: 'a.entry_id = ? and a.judge_id in (select id from judges where user_id = ?)',
      params: [assignment.entry.id, viewer.id],
    };
    await releaseAssignments(em, which, ReleaseReason.CONFLICT, clock.now());
    recordAct(context, em, 'declareConflict', { type: 'Assignment', id: assignment.id }, { note: parsed.note ?? '' });
    return make(DeclareConflictSuccess, { judge: assignment.judge.$ });
  });
}
