export { Assignment, Judge, Mark, Panel } from './judging.entity.ts';
export { assignEntries } from './assign-entries.ts';
export {
  AssignmentResolver,
  CompetitionSeatResolver,
  JudgeResolver,
  MarkResolver,
  ViewerSeatsResolver,
} from './judging.resolver.ts';
export { AssignEntriesSuccess, NoPanelError, SaveMarksSuccess, SubmitSheetSuccess } from './judging.types.ts';
export { importSheets, type ImportedSheet } from './import-sheets.ts';
export { saveMarks } from './save-marks.ts';
export { seatJudges, type PanelInput } from './seat-judges.ts';
export { sheetTotal, type Scale } from './sheet-total.ts';
export { submitSheet } from './submit-sheet.ts';
