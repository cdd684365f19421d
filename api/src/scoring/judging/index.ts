export { Anchor } from './assignment/anchor.entity.ts';
export { Conflict } from './conflicts/conflict.entity.ts';
export { Assignment, Judge, Mark, Panel } from './judging.entity.ts';
export { Reopening, SheetSave } from './reopening.entity.ts';
export { assignEntries } from './assignment/assign-entries.ts';
export {
  AssignmentReferences,
  AssignmentResolver,
  CompetitionSeatResolver,
  JudgeResolver,
  MarkReferences,
  ViewerSeatsResolver,
} from './judging.resolver.ts';
export { AssignEntriesSuccess } from './judging.types.ts';
export { JudgingMutations } from './mutations.ts';
export { importSheets } from './sheets/import-sheets.ts';
export {
  CompetitionPanelsResolver,
  ConflictReferences,
  PanelReferences,
  PanelResolver,
  ReopeningReferences,
  ReopeningResolver,
  StageAnchorsResolver,
} from './panel.resolver.ts';
export { importMarkFile, readCriteria, readMarkLines, type MarkImportReport } from './files/index.ts';
export { saveMarks } from './sheets/save-marks.ts';
export { seatJudges } from './seats/seat-judges.ts';
export { submitSheet } from './sheets/submit-sheet.ts';
