import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { UndoImportDocument } from '../../gql/UndoImport';
import { DateTime } from '../../ui/time/DateTime';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';

interface Props {
  imports: readonly Import_entryImportFragment[];
  timeZone: string;
  onChanged: () => void;
}

/** Earlier imports. One can be taken back as long as nobody has worked on its entries. */
export function PastImports({ imports, timeZone, onChanged }: Props) {
  const { t } = useTranslation('transfers');
  const act = useAct(UndoImportDocument);
  const [undoing, setUndoing] = useState<Import_entryImportFragment>();
  if (imports.length === 0) return null;
  const undo = async (importId: string) => {
    if (await act.run({ importId })) setUndoing(undefined);
    onChanged();
  };
  return (
    <Stack as="section" gap={2} aria-label={t('past.title')}>
      <h3>{t('past.title')}</h3>
      <Stack as="ul" className="lined">
        {imports.map((one) => (
          <Stack as="li" key={one.id} gap={1} align="start">
            <p>
              {one.name} {one.state === 'UNDONE' && <Tag>{t('past.undone')}</Tag>}
            </p>
            <p className="faint small">
              {one.importedAt && <DateTime value={one.importedAt} timeZone={timeZone} />}
              {one.startedBy && ` · ${one.startedBy}`} ·{' '}
              {t('past.counts', { created: one.newCount, changed: one.changedCount })}
            </p>
            {one.canUndo && (
              <Button
                variant="default"
                onClick={() => {
                  act.clear();
                  setUndoing(one);
                }}
              >
                {t('undo.open')}
              </Button>
            )}
          </Stack>
        ))}
      </Stack>
      {undoing && (
        <ActDialog
          act={act}
          title={t('undo.title')}
          action={t('undo.action')}
          color="seal"
          onConfirm={() => undo(undoing.id)}
          onClose={() => setUndoing(undefined)}
        >
          <p>{t('undo.text', { count: undoing.newCount, name: undoing.name })}</p>
        </ActDialog>
      )}
    </Stack>
  );
}
