import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from './ConflictDialog';

interface Props {
  hasMarks: boolean;
  onDeclare: (note: string) => void;
}

/** The way out of an entry that a judge is too close to, before and after submitting. */
export function ConflictButton({ hasMarks, onDeclare }: Props) {
  const { t } = useTranslation('judging');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('conflict.action')}
      </Button>
      {isAsking && <ConflictDialog hasMarks={hasMarks} onClose={() => setAsking(false)} onDeclare={onDeclare} />}
    </>
  );
}
