import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import {
  ExtensionRefusedError,
  GrantExtensionInput,
  GrantExtensionSuccess,
  RevokeExtensionInput,
  RevokeExtensionSuccess,
} from './deadlines/extension.types.ts';
import { grantExtension } from './deadlines/grant-extension.ts';
import { revokeExtension } from './deadlines/revoke-extension.ts';
import { SaveAnswersInput, SaveAnswersSuccess, StaleAnswersError } from './drafts/entry-draft.types.ts';
import { saveAnswers } from './drafts/save-answers.ts';
import * as types from './entry.types.ts';
import { resubmitEntry } from './hand-in/resubmit-entry.ts';
import { submitEntry } from './hand-in/submit-entry.ts';
import { withdrawEntry } from './hand-in/withdraw-entry.ts';

export const EntryMutations = mutations({
  submitEntry: mutation(types.SubmitEntryInput, submitEntry, [
    types.SubmitEntrySuccess,
    types.SubmissionsClosedError,
    types.OrganizationRefusedError,
    types.WrongFormError,
    types.IncompleteProjectError,
    types.AlreadyEnteredError,
    types.TooManyEntriesError,
  ]),
  resubmitEntry: mutation(types.ResubmitEntryInput, resubmitEntry, [
    types.ResubmitEntrySuccess,
    types.EntryNotEditableError,
    types.SubmissionsClosedError,
    types.OrganizationRefusedError,
    types.IncompleteProjectError,
  ]),
  withdrawEntry: mutation(types.WithdrawEntryInput, withdrawEntry, [
    types.WithdrawEntrySuccess,
    types.EntryNotEditableError,
    types.SubmissionsClosedError,
    InvalidInputError,
  ]),
  saveAnswers: mutation(SaveAnswersInput, saveAnswers, [SaveAnswersSuccess, StaleAnswersError, InvalidInputError]),
  grantExtension: mutation(GrantExtensionInput, grantExtension, [
    GrantExtensionSuccess,
    ExtensionRefusedError,
    InvalidInputError,
  ]),
  revokeExtension: mutation(RevokeExtensionInput, revokeExtension, [
    RevokeExtensionSuccess,
    ExtensionRefusedError,
    InvalidInputError,
  ]),
});
