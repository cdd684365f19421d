import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { reviseVoting } from '../../competitions/index.ts';
import { ImportState } from '../entry-import.entity.ts';
import { holdImport, undoable } from '../transfer.queries.ts';
import { ImportNotUndoableError, UndoImportSuccess, type UndoImportInput } from '../transfer.types.ts';
import { holdCompetition } from './import-table.ts';

/** Withdraws every entry that an import brought, as long as nothing was done with any of them. Organizers only. */
export async function undoImport(
  context: Context,
  { importId }: UndoImportInput,
): Promise<UndoImportSuccess | ImportNotUndoableError> {
  return await unitOfWork(context, async (em, inside) => {
    const entryImport = await holdImport(inside, em, importId);
    await holdCompetition(em, entryImport.competition.id);
    // Held before they are looked at: a decision or a vote that comes now waits, and then finds them withdrawn.
    await em.execute(
      'select e.id from entries e join imported_entries n on n.entry_id = e.id where n.entry_import_id = ? order by e.id for update of e',
      [importId],
    );
    if ((await undoable(em, [importId])).length === 0) {
      return userError(context, ImportNotUndoableError, 'transfer.notUndoable');
    }
    const withdrawn = await em.execute<unknown[]>(
      `update entries e set status = 'WITHDRAWN' from imported_entries n
       where n.entry_id = e.id and n.entry_import_id = ? returning e.id`,
      [importId],
    );
    entryImport.state = ImportState.UNDONE;
    entryImport.undoneAt = context.clock.now();
    await reviseVoting(em, entryImport.competition.id);
    const count = withdrawn.length;
    recordAct(context, em, 'undoImport', { type: 'EntryImport', id: importId }, { withdrawn: count });
    await em.flush();
    return make(UndoImportSuccess, { entryImport, withdrawn: count });
  });
}
