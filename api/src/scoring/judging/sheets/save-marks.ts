import { saveMarksInput } from '@laurel/schema/inputs';
import Decimal from 'decimal.js';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { holdSheet } from './hold-sheet.ts';
import {
  MarkOutOfScaleError,
  SaveMarksSuccess,
  type JudgingClosedError,
  type SaveMarksInput,
  type SheetSubmittedError,
} from '../judging.types.ts';
import { SheetSave } from '../reopening.entity.ts';
import { rubricOf } from './rubric-of.ts';
import { isOnScale } from './sheet-total.ts';

/**
 * Saves marks of an open sheet, all or none. A save that carries an id is carried out once: sent again, maybe long
 * after, it changes nothing, and is no error even where the sheet is submitted or the stage closed by then. The judge
 * of it only.
 */
export async function saveMarks(
  context: Context,
  input: SaveMarksInput,
): Promise<SaveMarksSuccess | JudgingClosedError | SheetSubmittedError | MarkOutOfScaleError | InvalidInputError> {
  return await unitOfWork(context, async (em, inside) => {
    const { assignment, competition, refusal } = await holdSheet(inside, em, input.assignmentId);
    const parsed = parseInput(context, saveMarksInput, input);
    if (parsed instanceof InvalidInputError) return refusal ?? parsed;
    const save = parsed.saveId ? { assignment, id: parsed.saveId } : null;
    // The sheet is locked, so a duplicate sent at the same time comes here after the first has committed.
    if (save && (await em.count(SheetSave, save)) > 0) return make(SaveMarksSuccess, { assignment });
    if (refusal) return refusal;
    const { criteria } = await rubricOf(em, assignment, competition.id);
    const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
    for (const { criterionId, value } of parsed.marks) {
      const criterion = byId.get(criterionId);
      if (!criterion) throw notFound(context);
      if (value !== null && value !== undefined && !isOnScale(value, criterion)) {
        return make(MarkOutOfScaleError, {
          message: message(context.locale, 'sheet.outOfScale', {
            criterion: criterion.name.in(context.locale),
            minimum: new Decimal(criterion.minimum).toFixed(),
            maximum: new Decimal(criterion.maximum).toFixed(),
            step: new Decimal(criterion.step).toFixed(),
          }),
          criterion,
        });
      }
    }
    if (save) em.create(SheetSave, { ...save, savedAt: context.clock.now() });
    // The last word on a criterion wins where an input names it twice.
    const marks = new Map(parsed.marks.map((mark) => [mark.criterionId, mark.value ?? null]));
    const given = [...marks].filter(([, value]) => value !== null);
    const cleared = [...marks].filter(([, value]) => value === null).map(([id]) => id);
    if (given.length > 0) {
      await em.execute(
        `insert into marks as m (id, assignment_id, criterion_id, value, marked_at)
         values ${given.map(() => '(?, ?, ?, ?, ?)').join(', ')}
         on conflict (assignment_id, criterion_id) do update set value = excluded.value, marked_at = excluded.marked_at
         where m.value <> excluded.value`,
        given.flatMap(([id, value]) => [newId(), assignment.id, id, value, context.clock.now()]),
      );
    }
    if (cleared.length > 0) {
      await em.execute('delete from marks where assignment_id = ? and criterion_id = any(?::uuid[])', [
        assignment.id,
        `{${cleared.join(',')}}`,
      ]);
    }
    if (parsed.comment !== null && parsed.comment !== undefined) assignment.comment = parsed.comment;
    return make(SaveMarksSuccess, { assignment });
  });
}
