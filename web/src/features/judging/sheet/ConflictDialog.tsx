import { limits } from '@laurel/schema/limits';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';

interface Props {
  hasMarks: boolean;
  onClose: () => void;
  onDeclare: (note: string) => void;
}

/** "I am too close to this entry": nothing has to be explained, and nobody has to be asked. */
export function ConflictDialog({ hasMarks, onClose, onDeclare }: Props) {
  const { t } = useTranslation('judging');
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      title={t('conflict.title')}
      action={t('conflict.confirm')}
      isOpen
      isBusy={false}
      onConfirm={() => onDeclare(note.trim())}
      onClose={onClose}
    >
      <p>{t('conflict.text')}</p>
      {hasMarks && <p>{t('conflict.marks')}</p>}
      <Textarea
        label={t('conflict.note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={limits.comment}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
