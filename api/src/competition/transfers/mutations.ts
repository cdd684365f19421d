import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { exportEntries } from './exports/export-job.ts';
import { beginImport } from './imports/begin-import.ts';
import { checkImport } from './imports/check-import.ts';
import { runImport } from './imports/run-import.ts';
import { undoImport } from './imports/undo-import.ts';
import * as types from './transfer.types.ts';

export const TransferMutations = mutations({
  beginImport: mutation(
    types.BeginImportInput,
    beginImport,
    [types.BeginImportSuccess, InvalidInputError],
    'Begins with a file of entries. Organizers only.',
  ),
  checkImport: mutation(
    types.CheckImportInput,
    checkImport,
    [types.CheckImportSuccess, types.ImportFileMissingError, types.ImportBusyError],
    'A dry run: tells everything that is wrong with a file, and what it would do. Organizers only.',
  ),
  runImport: mutation(
    types.RunImportInput,
    runImport,
    [types.RunImportSuccess, types.ImportNotCheckedError, types.ImportBusyError],
    'Imports what the last dry run found nothing wrong with: all of it or nothing. Organizers only.',
  ),
  undoImport: mutation(
    types.UndoImportInput,
    undoImport,
    [types.UndoImportSuccess, types.ImportNotUndoableError],
    'Withdraws everything an import brought, as long as nothing was done with it. Organizers only.',
  ),
  exportEntries: mutation(
    types.ExportEntriesInput,
    exportEntries,
    types.ExportEntriesSuccess,
    'Makes a file of all entries. Organizers only.',
  ),
});
