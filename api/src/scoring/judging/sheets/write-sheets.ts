import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../core/graphql/node.ts';

export interface WrittenSheet {
  assignmentId: string;
  marks: readonly { criterionId: string; value: string }[];
}

const markChunk = 5000;
const sheetChunk = 1000;

/**
 * Writes many sheets and seals them as submitted at `now`, in a handful of statements in the caller's transaction. The
 * caller has checked them; the database does so again.
 */
export async function writeSheets(
  em: EntityManager,
  sheets: readonly WrittenSheet[],
  now: Date,
  progress?: (done: number, of: number) => void,
): Promise<void> {
  const rows = sheets.flatMap(({ assignmentId, marks }) =>
    marks.map(({ criterionId, value }) => ({ assignmentId, criterionId, value })),
  );
  for (let start = 0; start < rows.length; start += markChunk) {
    const part = rows.slice(start, start + markChunk);
    await em.execute(
      `insert into marks (id, assignment_id, criterion_id, value, marked_at)
       select *, ?::timestamptz from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::numeric[])
       on conflict (assignment_id, criterion_id) do update set value = excluded.value, marked_at = excluded.marked_at`,
      [
        now,
        array(part.map(() => newId())),
        array(part.map((row) => row.assignmentId)),
        array(part.map((row) => row.criterionId)),
        array(part.map((row) => row.value)),
      ],
    );
  }
  for (let start = 0; start < sheets.length; start += sheetChunk) {
    progress?.(start, sheets.length);
    const ids = array(sheets.slice(start, start + sheetChunk).map((sheet) => sheet.assignmentId));
    await em.execute(
      'update assignments set submitted_at = ?, seal = seal_of_sheet(id, comment) where id = any(?::uuid[])',
      [now, ids],
    );
  }
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;
