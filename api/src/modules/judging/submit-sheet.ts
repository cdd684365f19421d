import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { Criterion } from '../competitions/index.ts';
import { holdSheet } from './find-assignment.ts';
import { Mark } from './judging.entity.ts';
import {
  IncompleteSheetError,
  SubmitSheetSuccess,
  type JudgingClosedError,
  type SheetSubmittedError,
  type SubmitSheetInput,
} from './judging.types.ts';

/** Hands a full sheet in; from then on it counts and cannot be changed. The judge of it only. */
export async function submitSheet(
  context: Context,
  input: SubmitSheetInput,
): Promise<SubmitSheetSuccess | JudgingClosedError | SheetSubmittedError | IncompleteSheetError> {
  return await unitOfWork(context, async (em, inside) => {
    const { assignment, competition, refusal } = await holdSheet(inside, em, input.assignmentId);
    if (refusal) return refusal;
    const criteria = await em.find(Criterion, { competition: competition.id }, { orderBy: { ordinal: 'asc' } });
    const marks = await em.find(Mark, { assignment });
    const marked = new Set(marks.map((mark) => mark.criterion.id));
    const missing = criteria.filter((criterion) => !marked.has(criterion.id));
    if (missing.length > 0) {
      return make(IncompleteSheetError, { message: message(context.locale, 'sheet.incomplete'), missing });
    }
    assignment.submittedAt = context.clock.now();
    recordAct(
      context,
      em,
      'submitSheet',
      { type: 'Assignment', id: assignment.id },
      {
        marks: Object.fromEntries(marks.map((mark) => [mark.criterion.id, mark.value])),
      },
    );
    return make(SubmitSheetSuccess, { assignment });
  });
}
