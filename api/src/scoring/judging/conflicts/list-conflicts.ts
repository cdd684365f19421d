import { listConflictsInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { ConflictKind } from './conflict.entity.ts';
import { recordConflicts } from './find-conflicts.ts';
import { Judge, ReleaseReason } from '../judging.entity.ts';
import { ListConflictsSuccess, type ListConflictsInput, type ResultsStandError } from '../panel.types.ts';
import { judgeForOrganizer } from '../seats/judge-for-organizer.ts';
import { refusePublished } from '../refuse-published.ts';
import { releaseAssignments } from '../release-assignments.ts';

/**
 * Puts a judge's mentor list on record: entries the judge helped with and must not mark. What was assigned of them is
 * taken back. Organizers only, until the results are published.
 */
export async function listConflicts(
  context: Context,
  input: ListConflictsInput,
): Promise<ListConflictsSuccess | ResultsStandError | InvalidInputError> {
  assertSignedIn(context);
  if (!input.entryIds.every(isId)) throw notFound(context);
  const { judge, competitionId } = await judgeForOrganizer(context, input.judgeId);
  const parsed = parseInput(context, listConflictsInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const refusal = await refusePublished(context, em, competitionId);
    if (refusal) return refusal;
    const now = context.clock.now();
    const entries = await em.find(Entry, { id: { $in: input.entryIds }, competition: competitionId });
    if (entries.length !== new Set(input.entryIds).size) throw notFound(context);
    const found = entries.map(({ id }) => ({ judgeId: judge.id, entryId: id, kind: ConflictKind.MENTOR }));
    await recordConflicts(em, found, { note: parsed.note, recordedBy: context.viewer?.id ?? null, now });
    const ids = `{${entries.map(({ id }) => id).join(',')}}`;
    const sql = 'a.entry_id = any(?::uuid[]) and a.judge_id in (select id from judges where user_id = ?)';
    const released = await releaseAssignments(em, { sql, params: [ids, judge.user.id] }, ReleaseReason.CONFLICT, now);
    const details = { entryIds: input.entryIds, note: parsed.note, released };
    recordAct(context, em, 'listConflicts', { type: 'Judge', id: judge.id }, details);
    return make(ListConflictsSuccess, { judge: em.getReference(Judge, judge.id), released: released.length });
  });
}
