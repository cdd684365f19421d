import { declareConflictInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../graphql/refusals.ts';
import { InvalidInputError, make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { Stage } from '../competitions/index.ts';
import { ConflictKind } from './conflict.entity.ts';
import { recordConflicts } from './find-conflicts.ts';
import { Assignment, ReleaseReason } from './judging.entity.ts';
import { DeclareConflictSuccess, ResultsStandError, type DeclareConflictInput } from './panel.types.ts';
import { releaseAssignments } from './release-assignments.ts';

/**
 * The judge says: I am too close to this entry. It leaves the queue at once, with whatever was marked, also a submitted
 * sheet; until the results are published. The judge of it only.
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
    const assignment = isId(input.assignmentId)
      ? await em.findOne(
          Assignment,
          { id: input.assignmentId, judge: { user: viewer.id }, releasedAt: null },
          { populate: ['judge'], lockMode: LockMode.PESSIMISTIC_WRITE, lockTableAliases: ['a0'] },
        )
      : null;
    if (!assignment) throw notFound(context);
    const stage = await em.findOneOrFail(Stage, { id: assignment.stage.id }, { populate: ['competition'] });
    if (stage.competition.$.resultsPublishedAt) {
      return make(ResultsStandError, { message: message(context.locale, 'judging.resultsStand') });
    }
    const found = { judgeId: assignment.judge.id, entryId: assignment.entry.id, kind: ConflictKind.DECLARED };
    await recordConflicts(em, [found], { note: parsed.note ?? '', recordedBy: viewer.id, now: clock.now() });
    await releaseAssignments(em, { sql: 'a.id = ?', params: [assignment.id] }, ReleaseReason.CONFLICT, clock.now());
    recordAct(context, em, 'declareConflict', { type: 'Assignment', id: assignment.id }, { note: parsed.note ?? '' });
    return make(DeclareConflictSuccess, { judge: assignment.judge.$ });
  });
}
