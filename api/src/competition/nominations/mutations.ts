import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { EntryNotEditableError } from '../entries/index.ts';
import { nominateEntry } from './lists/nominate-entry.ts';
import { rankNominations } from './lists/rank-nominations.ts';
import { removeNomination } from './lists/remove-nomination.ts';
import { returnNominations } from './lists/return-nominations.ts';
import { submitNominations } from './lists/submit-nominations.ts';
import { markContinuation } from './mark-continuation.ts';
import * as types from './nomination.types.ts';
import { setNominationClauses } from './rules/set-nomination-clauses.ts';
import { remindSendingUnits } from './units/remind-units.ts';
import { setSendingUnits } from './units/set-sending-units.ts';
import * as units from './units/unit.types.ts';

export const NominationMutations = mutations({
  nominateEntry: mutation(types.NominateEntryInput, nominateEntry, [
    types.NominateEntrySuccess,
    types.NominationRefusedError,
    EntryNotEditableError,
  ]),
  removeNomination: mutation(types.RemoveNominationInput, removeNomination, [
    types.RemoveNominationSuccess,
    types.NominationRefusedError,
  ]),
  rankNominations: mutation(types.RankNominationsInput, rankNominations, [
    types.RankNominationsSuccess,
    types.NominationRefusedError,
    types.StaleListError,
    InvalidInputError,
  ]),
  submitNominations: mutation(types.SubmitNominationsInput, submitNominations, [
    types.SubmitNominationsSuccess,
    types.NominationRefusedError,
    types.StaleListError,
  ]),
  returnNominations: mutation(types.ReturnNominationsInput, returnNominations, [
    types.ReturnNominationsSuccess,
    types.ListInUseError,
    InvalidInputError,
  ]),
  markContinuation: mutation(types.MarkContinuationInput, markContinuation, [
    types.MarkContinuationSuccess,
    InvalidInputError,
  ]),
  setSendingUnits: mutation(units.SetSendingUnitsInput, setSendingUnits, [
    units.SetSendingUnitsSuccess,
    units.SendingUnitsStandError,
    InvalidInputError,
  ]),
  remindSendingUnits: mutation(units.RemindSendingUnitsInput, remindSendingUnits, [
    units.RemindSendingUnitsSuccess,
    units.NobodyToRemindError,
  ]),
  setNominationClauses: mutation(types.SetNominationClausesInput, setNominationClauses, [
    types.SetNominationClausesSuccess,
    InvalidInputError,
  ]),
});
