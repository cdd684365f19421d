import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { UndoImportDocument } from '../../gql/UndoImport';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DateTime } from '../../ui/DateTime';
import { Tag } from '../../ui/Tag';
import classes from './Transfers.module.css';

interface Props {
  imports: readonly Import_entryImportFragment[];
  timeZone: string;
  onChanged: () => void;
}

/** What was imported, and taking it back as long as nobody has done anything with it. */
export function PastImports({ imports, timeZone, onChanged }: Props) {
  const { t } = useTranslation('transfers');
  const [undo, { loading }] = useMutation(UndoImportDocument);
  const [undoing, setUndoing] = useState<Import_entryImportFragment>();
  const [problem, setProblem] = useState<string>();
  if (imports.length === 0) return null;
  const withdraw = async ({ id }: Import_entryImportFragment) => {
    const variables = { input: { importId: id } };
    const answer = await undo({ variables, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.undoImport;
    if (result?.__typename === 'UndoImportSuccess') setUndoing(undefined);
    else setProblem(result?.message ?? t('failed'));
    onChanged();
  };
  return (
    <section className={classes.list} aria-label={t('past.title')}>
      <h3>{t('past.title')}</h3>
      {imports.map((one) => (
        <div key={one.id} className={classes.row}>
          <p>
            {one.name} {one.state === 'UNDONE' && <Tag>{t('past.undone')}</Tag>}
          </p>
          <p className={classes.faint}>
            {one.importedAt && <DateTime value={one.importedAt} timeZone={timeZone} />}
            {one.startedBy && ` · ${one.startedBy}`} ·{' '}
            {t('past.counts', { created: one.newCount, changed: one.changedCount })}
          </p>
          {one.canUndo && (
            <div className={classes.buttons}>
              <Button
                variant="default"
                onClick={() => {
                  setProblem(undefined);
                  setUndoing(one);
                }}
              >
                {t('undo.open')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {undoing && (
        <ConfirmDialog
          title={t('undo.title')}
          action={t('undo.action')}
          color="seal"
          isOpen
          isBusy={loading}
          problem={problem}
          onConfirm={() => void withdraw(undoing)}
          onClose={() => setUndoing(undefined)}
        >
          <p>{t('undo.text', { count: undoing.newCount, name: undoing.name })}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
