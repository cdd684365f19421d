import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { findRubrics, holdStage, rubricFor, type StageKind } from '../../../competition/competitions/index.ts';
import { Assignment } from '../judging.entity.ts';
import { isOnScale } from './sheet-total.ts';
import { writeSheets, type WrittenSheet } from './write-sheets.ts';

interface ImportedSheet {
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
    const rubrics = await findRubrics(em, competitionId);
    const assignments = await em.find(
      Assignment,
      { id: { $in: sheets.map((sheet) => sheet.assignmentId) }, stage },
      { populate: ['entry'], lockMode: LockMode.PESSIMISTIC_WRITE, lockTableAliases: ['a0'], orderBy: { id: 'asc' } },
    );
    const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
    const written: WrittenSheet[] = [];
    for (const { assignmentId, marks } of sheets) {
      const assignment = byId.get(assignmentId);
      if (!assignment || assignment.submittedAt || assignment.releasedAt)
        throw new Error(`the sheet ${assignmentId} cannot be handed in`);
      const criteria = rubricFor(rubrics, stage.id, assignment.entry.$.category.id)?.criteria ?? [];
      const values = criteria.map((criterion) => {
        const value = marks.get(criterion.key);
        if (value === undefined || !isOnScale(value, criterion)) {
          throw new Error(`the sheet ${assignmentId} has no mark on the scale of ${criterion.key}: ${value}`);
        }
        return { criterionId: criterion.id, value };
      });
      written.push({ assignmentId, marks: values });
      recordAct(context, em, 'importSheets', { type: 'Assignment', id: assignmentId }, Object.fromEntries(marks));
    }
    await writeSheets(em, written, now);
  });
}
