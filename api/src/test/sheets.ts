import type { Viewer } from '../core/context.ts';
import type { World } from './world.ts';
import { sql } from './act.ts';

/** The id of a judge's sheet for an entry. */
export async function sheetOf(world: World, judge: Viewer, entryId: string): Promise<string> {
  const rows = await sql<{ id: string }>(
    world,
    'select a.id from assignments a join judges j on j.id = a.judge_id where j.user_id = ? and a.entry_id = ?',
    [judge.id, entryId],
  );
  return rows[0]?.id ?? '';
}

/** Gives an entry marks, one for all criteria or one each in their order, as its judge would; submitted unless told otherwise. */
export async function markEntry(
  world: World,
  judge: Viewer,
  competitionId: string,
  entryId: string,
  given: string | readonly string[],
  isSubmitted = true,
): Promise<void> {
  const assignmentId = await sheetOf(world, judge, entryId);
  const criteria = await sql<{ id: string }>(
    world,
    'select k.id from criteria k join rubrics r on r.id = k.rubric_id where r.competition_id = ? order by k.ordinal',
    [competitionId],
  );
  const marks = criteria.map(({ id }, index) => ({
    criterionId: id,
    value: typeof given === 'string' ? given : given[index],
  }));
  await world.run(judge, 'mutation ($input: SaveMarksInput!) { saveMarks(input: $input) { __typename } }', {
    input: { assignmentId, marks },
  });
  if (!isSubmitted) return;
  await world.run(judge, 'mutation ($input: SubmitSheetInput!) { submitSheet(input: $input) { __typename } }', {
    input: { assignmentId },
  });
}
