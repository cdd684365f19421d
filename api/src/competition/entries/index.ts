export { createImportedEntry, createImported, importedName, importedRegion } from './hand-in/imported-entry.ts';
export { hashOfText, textOfEntry, type AnswerCopy, type EntryContent, type SectionCopy } from './content.ts';
export { searchTextOf } from './hand-in/frozen-copy.ts';
export { EntryDraft } from './drafts/entry-draft.entity.ts';
export { EntryRevision } from './revision.entity.ts';
export { Extension } from './deadlines/extension.entity.ts';
export {
  CompetitionExtensionsResolver,
  EntryWindowResolver,
  ExtensionResolver,
} from './deadlines/extension.resolver.ts';
export { EntryContentResolver, EntryDraftResolver, ProjectDraftsResolver } from './drafts/entry-content.resolver.ts';
export { Entry, EntryStatus } from './entry.entity.ts';
export { EntryAttachment } from './attachments/entry-attachment.entity.ts';
export { EntryAttachmentsResolver } from './attachments/entry-attachments.resolver.ts';
export { registerFileRoute } from './attachments/file-route.ts';
export { holdEntry } from './hold-entry.ts';
export { notifyOfEntries, type EntryNews } from './notify-of-entries.ts';
export {
  CategoryEntriesResolver,
  CompetitionEntriesResolver,
  OrganizationEntriesResolver,
  ProjectEntriesResolver,
} from './entry-lists.resolver.ts';
export { blindToEntries, canSeeEntry, isBlindToEntry } from './entry.policy.ts';
export { EntryConnection, patternsOf, regionAndInside, searchOf } from './entry.queries.ts';
export { regionFigures } from './region-figures.ts';
export { EntryReferences, EntryResolver } from './entry.resolver.ts';
export { EntryTextResolver } from './masks/entry-text.resolver.ts';
export {
  EntryNotEditableError,
  EntrySuccess,
  OrganizationNotVerifiedError,
  RegionFigure,
  SubmitEntrySuccess,
} from './entry.types.ts';
export { saveAnswers } from './drafts/save-answers.ts';
export { submitEntry } from './hand-in/submit-entry.ts';
export { EntryReceiptsResolver } from './receipts/receipt.resolver.ts';
export { registerReceipts } from './receipts/receipt-route.ts';
export { EntryMutations } from './mutations.ts';
