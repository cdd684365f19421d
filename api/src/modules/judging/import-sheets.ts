import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { newId } from '../../graphql/node.ts';
import { assertOperator } from '../../graphql/operator.ts';
import { recordAct } from '../audit/index.ts';
import { Criterion, holdStage, StageStatus, statusAt, type StageKind } from '../competitions/index.ts';
import { Assignment } from './judging.entity.ts';
import { isOnScale } from './sheet-total.ts';

export interface ImportedSheet {
  assignmentId: string;
  /** A mark for every criterion, by its key. */
  marks: ReadonlyMap<string, string>;
}

/**
 * Hands in many full sheets at once, all or none, under the rules of saveMarks and submitSheet: the stage must be
 * open, every criterion marked on its scale, no sheet handed in before. Operator only. Throws on the first sheet that
 * breaks a rule and says which.
 */
export async function importSheets(
  context: Context,
  competitionId: string,
  kind: StageKind,
  sheets: readonly ImportedSheet[],
): Promise<void> {
  assertOperator(context);
  const now = context.clock.now();
  await unitOfWork(context, async (em) => {
    const stage = await holdStage(em, competitionId, kind);
    if (!stage || statusAt(stage, now) !== StageStatus.OPEN) throw new Error(`the stage ${kind} is not open`);
    const criteria = await em.find(Criterion, { competition: competitionId });
    const assignments = await em.find(
      Assignment,
      { id: { $in: sheets.map((sheet) => sheet.assignmentId) }, stage },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
    const rows: unknown[][] = [];
    for (const { assignmentId, marks } of sheets) {
      const assignment = byId.get(assignmentId);
      if (!assignment || assignment.submittedAt) throw new Error(`the sheet ${assignmentId} cannot be handed in`);
      for (const criterion of criteria) {
        const value = marks.get(criterion.key);
        if (value === undefined || !isOnScale(value, criterion)) {
          throw new Error(`the sheet ${assignmentId} has no mark on the scale of ${criterion.key}: ${value}`);
        }
        rows.push([newId(), assignmentId, criterion.id, value, now]);
      }
      assignment.submittedAt = now;
      recordAct(context, em, 'importSheets', { type: 'Assignment', id: assignmentId }, Object.fromEntries(marks));
    }
    // Before the sheets are marked as handed in, since the database takes no mark on one that is.
    await em.execute(
      `insert into marks (id, assignment_id, criterion_id, value, marked_at) values ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}
       on conflict (assignment_id, criterion_id) do update set value = excluded.value, marked_at = excluded.marked_at`,
      rows.flat(),
    );
  });
}
