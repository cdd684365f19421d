import { assignEntries, AssignEntriesSuccess, importSheets, StageKind, type Viewer } from '@laurel/api';
import type { LoadedCompetition } from './competition.ts';
import type { LoadedEntries } from './entries.ts';
import { chunksOf, expectResult, need, type Scene } from './scene.ts';

interface Sheet {
  id: string;
  code: string;
  entryKey: string;
}

/** Assigns the entries of a judging stage and fills in the synthetic sheets that are done. */
export async function loadSheets(
  scene: Scene,
  competition: LoadedCompetition,
  { entries }: LoadedEntries,
  organizer: Viewer,
  options: {
    stage: 'REVIEW' | 'FINAL';
    judgesPerEntry: number;
    isDone: (judgeCode: string, entryKey: string) => boolean;
    markFor: (judgeCode: string, entryKey: string, criterionKey: string) => string;
  },
): Promise<void> {
  const { stage, judgesPerEntry, isDone, markFor } = options;
  expectResult(
    await assignEntries(scene.as(organizer), {
      competitionId: competition.id,
      stage: StageKind[stage],
      judgesPerEntry,
    }),
    AssignEntriesSuccess,
    `assignments of ${stage}`,
  );
  const rows = await scene.operator().em.execute<{ id: string; entry_id: string; code: string }[]>(
    `select a.id, a.entry_id, j.code from assignments a join judges j on j.id = a.judge_id
     join stages s on s.id = a.stage_id
     where s.competition_id = ? and s.kind = ? order by a.ordinal, j.code`,
    [competition.id, stage],
  );
  const keys = new Map([...entries].map(([key, id]) => [id, key]));
  const sheets = rows.map(({ id, entry_id, code }): Sheet => ({
    id,
    code,
    entryKey: need(keys, entry_id, 'entry'),
  }));
  const done = sheets.filter((sheet) => isDone(sheet.code, sheet.entryKey));
  for (const chunk of chunksOf(done, 200)) {
    await importSheets(
      scene.operator(),
      competition.id,
      StageKind[stage],
      chunk.map(({ id, code, entryKey }) => ({
        assignmentId: id,
        marks: new Map([...competition.criterionIds.keys()].map((key) => [key, markFor(code, entryKey, key)])),
      })),
    );
    scene.done(chunk.length, `sheets of the ${stage === 'FINAL' ? 'final' : 'first review'}`);
  }
}
