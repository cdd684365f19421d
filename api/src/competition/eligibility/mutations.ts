import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { EntryNotEditableError, OrganizationNotVerifiedError } from '../entries/index.ts';
import { decideEntries } from './decisions/decide-entries.ts';
import { decideEntry } from './decisions/decide-entry.ts';
import { extendCorrection } from './decisions/extend-correction.ts';
import { publishDecisions } from './decisions/publish-decisions.ts';
import { undoDecision } from './decisions/undo-decision.ts';
import * as types from './eligibility.types.ts';

export const EligibilityMutations = mutations({
  decideEntry: mutation(types.DecideEntryInput, decideEntry, [
    types.DecideEntrySuccess,
    EntryNotEditableError,
    types.AlreadyReviewedError,
    types.OwnEntryError,
    types.NotDisputedError,
    OrganizationNotVerifiedError,
    types.NotNominatedError,
    InvalidInputError,
  ]),
  decideEntries: mutation(types.DecideEntriesInput, decideEntries, [types.DecideEntriesSuccess, InvalidInputError]),
  undoDecision: mutation(types.UndoDecisionInput, undoDecision, [
    types.UndoDecisionSuccess,
    EntryNotEditableError,
    types.OwnEntryError,
    types.DecisionStandsError,
  ]),
  publishDecisions: mutation(types.PublishDecisionsInput, publishDecisions, [
    types.PublishDecisionsSuccess,
    types.NothingToPublishError,
  ]),
  extendCorrection: mutation(types.ExtendCorrectionInput, extendCorrection, [
    types.ExtendCorrectionSuccess,
    EntryNotEditableError,
    types.OwnEntryError,
    InvalidInputError,
  ]),
});
