import {
  assignEntries,
  AssignEntriesSuccess,
  saveMarks,
  SaveMarksSuccess,
  StageKind,
  submitSheet,
  SubmitSheetSuccess,
  type Viewer,
} from '@laurel/api';
import type { LoadedCompetition } from './competition.ts';
import type { LoadedEntries } from './entries.ts';
import type { Registry } from './registry.ts';
import { expectResult, inParallel, need, type Scene } from './scene.ts';

interface Sheet {
  id: string;
  code: string;
  entryKey: string;
  judge: Viewer;
}

/** Assigns the entries of a judging stage and fills in the synthetic sheets that are done. */
export async function loadSheets(
  scene: Scene,
  registry: Registry,
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
  const rows = await scene.operator().em.execute<{ id: string; entry_id: string; code: string; email: string }[]>(
    `select a.id, a.entry_id, j.code, u.email from assignments a join judges j on j.id = a.judge_id
     join users u on u.id = j.user_id join stages s on s.id = a.stage_id
     where s.competition_id = ? and s.kind = ? order by a.ordinal, j.code`,
    [competition.id, stage],
  );
  const keys = new Map([...entries].map(([key, id]) => [id, key]));
  const sheets = rows.map(({ id, entry_id, code, email }): Sheet => ({
    id,
    code,
    entryKey: need(keys, entry_id, 'entry'),
    judge: need(registry.people, email, 'person'),
  }));
  await inParallel(
    sheets.filter((sheet) => isDone(sheet.code, sheet.entryKey)),
    6,
    async ({ id, code, entryKey, judge }) => {
      const context = scene.as(judge);
      const marks = [...competition.criterionIds].map(([key, criterionId]) => ({
        criterionId,
        value: markFor(code, entryKey, key),
      }));
      expectResult(await saveMarks(context, { assignmentId: id, marks }), SaveMarksSuccess, 'sheet');
      expectResult(await submitSheet(context, { assignmentId: id }), SubmitSheetSuccess, 'sheet');
      scene.done(1, `sheets of the ${stage === 'FINAL' ? 'final' : 'first review'}`);
    },
  );
}
