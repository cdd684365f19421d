import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Transfers.module.css';

interface Props {
  /** How much of a file has been sent, from 0 to 1, while one is on its way. */
  share: number | undefined;
  onFile: (file: File) => void;
}

/** Where a table is chosen or dropped. */
export function TableZone({ share, onFile }: Props) {
  const { t } = useTranslation('transfers');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <Button disabled={share !== undefined} onClick={() => input.current?.click()}>
        {t('file.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again after it was corrected.
          currentTarget.value = '';
        }}
      />
      <p className="faint small">{t('file.hint')}</p>
      {share !== undefined && <progress value={share} aria-label={t('file.sending')} />}
    </div>
  );
}
