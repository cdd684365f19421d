import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { assignEntries } from './assignment/assign-entries.ts';
import { setAnchors } from './assignment/set-anchors.ts';
import { declareConflict } from './conflicts/declare-conflict.ts';
import { listConflicts } from './conflicts/list-conflicts.ts';
import * as judging from './judging.types.ts';
import * as panels from './panel.types.ts';
import { retireJudge } from './seats/retire-judge.ts';
import { seatJudge } from './seats/seat-judge.ts';
import * as seats from './seats/seat.types.ts';
import { setLoadLimit } from './seats/set-load-limit.ts';
import { reopenSheet } from './sheets/reopen-sheet.ts';
import { saveMarks } from './sheets/save-marks.ts';
import { submitSheet } from './sheets/submit-sheet.ts';

export const JudgingMutations = mutations({
  saveMarks: mutation(judging.SaveMarksInput, saveMarks, [
    judging.SaveMarksSuccess,
    judging.JudgingClosedError,
    judging.SheetSubmittedError,
    judging.MarkOutOfScaleError,
    InvalidInputError,
  ]),
  submitSheet: mutation(judging.SubmitSheetInput, submitSheet, [
    judging.SubmitSheetSuccess,
    judging.JudgingClosedError,
    judging.SheetSubmittedError,
    judging.IncompleteSheetError,
    judging.CommentMissingError,
  ]),
  assignEntries: mutation(judging.AssignEntriesInput, assignEntries, [
    judging.AssignEntriesSuccess,
    judging.NoPanelError,
    panels.ResultsStandError,
  ]),
  declareConflict: mutation(panels.DeclareConflictInput, declareConflict, [
    panels.DeclareConflictSuccess,
    panels.ResultsStandError,
    InvalidInputError,
  ]),
  listConflicts: mutation(panels.ListConflictsInput, listConflicts, [
    panels.ListConflictsSuccess,
    panels.ResultsStandError,
    InvalidInputError,
  ]),
  retireJudge: mutation(panels.RetireJudgeInput, retireJudge, [
    panels.RetireJudgeSuccess,
    panels.JudgeRetiredError,
    panels.ResultsStandError,
    InvalidInputError,
  ]),
  reopenSheet: mutation(panels.ReopenSheetInput, reopenSheet, [
    panels.ReopenSheetSuccess,
    panels.NotSubmittedError,
    panels.JudgeRetiredError,
    panels.SecondPersonError,
    panels.ResultsStandError,
    InvalidInputError,
  ]),
  setAnchors: mutation(panels.SetAnchorsInput, setAnchors, [
    panels.SetAnchorsSuccess,
    panels.AnchorsFrozenError,
    panels.TooManyAnchorsError,
  ]),
  seatJudge: mutation(seats.SeatJudgeInput, seatJudge, [
    seats.SeatJudgeSuccess,
    seats.CodeTakenError,
    seats.AlreadySeatedError,
    panels.ResultsStandError,
    InvalidInputError,
  ]),
  setLoadLimit: mutation(seats.SetLoadLimitInput, setLoadLimit, [
    seats.SetLoadLimitSuccess,
    panels.JudgeRetiredError,
    panels.ResultsStandError,
    InvalidInputError,
  ]),
});
