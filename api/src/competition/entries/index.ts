export { createImportedEntry, importedName, importedRegion } from './imported-entry.ts';
export { hashOfText, textOfEntry, type AnswerCopy, type EntryContent, type SectionCopy } from './content.ts';
export { searchTextOf } from './frozen-copy.ts';
export { EntryDraft } from './entry-draft.entity.ts';
export { EntryRevision, HandInTiming } from './revision.entity.ts';
export { Extension } from './extension.entity.ts';
export { CompetitionExtensionsResolver, EntryWindowResolver, ExtensionResolver } from './extension.resolver.ts';
export { holdTimes, timesFor, type SubmissionTimes } from './submission-times.ts';
export { stateAt, submissionWindow, timesOf, WindowState, type WindowTerms } from './submission-window.ts';
export { EntryContentResolver, EntryDraftResolver, ProjectDraftsResolver } from './entry-content.resolver.ts';
export { Entry, EntryStatus } from './entry.entity.ts';
export { EntryAttachment } from './attachments/entry-attachment.entity.ts';
export { EntryAttachmentsResolver } from './attachments/entry-attachments.resolver.ts';
export { registerFileRoute } from './attachments/file-route.ts';
export { holdEntry } from './find-entry.ts';
export { tellOfEntries, type EntryNews } from './tell-of-entry.ts';
export {
  CategoryEntriesResolver,
  CompetitionEntriesResolver,
  OrganizationEntriesResolver,
  ProjectEntriesResolver,
} from './entry-lists.resolver.ts';
export { blindToEntries, canSeeEntry, isBlindToEntry } from './entry.policy.ts';
export { EntryConnection, patternsOf, regionAndInside, searchOf } from './entry.queries.ts';
export { regionFigures } from './region-figures.ts';
export { EntryResolver } from './entry.resolver.ts';
export { EntryTextResolver } from './entry-text.resolver.ts';
export {
  EntryNotEditableError,
  IncompleteProjectError,
  OrganizationNotVerifiedError,
  RegionFigure,
  ResubmitEntrySuccess,
  SubmitEntrySuccess,
  type SubmitEntryInput,
} from './entry.types.ts';
export { resubmitEntry } from './resubmit-entry.ts';
export { saveAnswers } from './save-answers.ts';
export { submitEntry } from './submit-entry.ts';
export { withdrawEntry } from './withdraw-entry.ts';
export { EntryReceiptsResolver } from './receipts/receipt.resolver.ts';
export { registerReceipts } from './receipts/receipt-route.ts';
