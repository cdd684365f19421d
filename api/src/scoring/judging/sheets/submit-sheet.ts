import { isWritten } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdSheet } from './hold-sheet.ts';
import { Mark } from '../judging.entity.ts';
import {
  CommentMissingError,
  IncompleteSheetError,
  SubmitSheetSuccess,
  type JudgingClosedError,
  type SheetSubmittedError,
  type SubmitSheetInput,
} from '../judging.types.ts';
import { rubricOf } from './rubric-of.ts';
import { sealOf } from './seal.ts';

/**
 * Submits a complete sheet and seals it: from then on it counts and cannot be changed, and a person who kept its code can
 * verify that. Its judge only.
 */
export async function submitSheet(
  context: Context,
  input: SubmitSheetInput,
): Promise<SubmitSheetSuccess | JudgingClosedError | SheetSubmittedError | IncompleteSheetError | CommentMissingError> {
  return await unitOfWork(context, async (em, inside) => {
    const { assignment, competition, refusal } = await holdSheet(inside, em, input.assignmentId);
    if (refusal) return refusal;
    const { rubric, criteria } = await rubricOf(em, assignment, competition.id);
    // What was marked by a rubric that no longer holds for the entry has no place on the sheet.
    await em.nativeDelete(Mark, { assignment, criterion: { $nin: criteria.map(({ id }) => id) } });
    const marks = await em.find(Mark, { assignment });
    const valueOf = new Map(marks.map((mark) => [mark.criterion.id, mark.value]));
    const missing = criteria.filter((criterion) => !valueOf.has(criterion.id));
    if (missing.length > 0) {
      return make(IncompleteSheetError, { message: message(context.locale, 'sheet.incomplete'), missing });
    }
    if (rubric.requiresComment && !isWritten(assignment.comment)) {
      return make(CommentMissingError, { message: message(context.locale, 'sheet.commentMissing') });
    }
    const { stage, judge, entry } = assignment;
    assignment.submittedAt = context.clock.now();
    assignment.seal = sealOf({
      slug: competition.slug,
      stage: (await stage.loadOrFail()).kind,
      judgeCode: (await judge.loadOrFail()).code,
      entryNumber: (await entry.loadOrFail()).number,
      marks: criteria.map(({ id, key }) => ({ key, value: valueOf.get(id) ?? '' })),
      comment: assignment.comment,
    });
    const values = Object.fromEntries(marks.map((mark) => [mark.criterion.id, mark.value]));
    const subject = { type: 'Assignment', id: assignment.id };
    recordAct(context, em, 'submitSheet', subject, { marks: values, seal: assignment.seal });
    return make(SubmitSheetSuccess, { assignment });
  });
}
