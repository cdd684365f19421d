import type { FilePurpose } from '@laurel/schema/files';
import { Button } from '@mantine/core';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../ui/layout/Stack';
import classes from './AttachmentPicker.module.css';
import { acceptFor, limitWords } from './file-problem';

interface Props {
  purpose: FilePurpose;
  /** How many more there may be. */
  room: number;
  onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped on a desk, and chosen or taken with the camera on a phone. */
export function DropZone({ purpose, room, onFiles }: Props) {
  const { t } = useTranslation('uploads');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const isFull = room <= 0;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isFull) onFiles([...event.dataTransfer.files]);
  };
  return (
    <Stack
      gap={2}
      align="start"
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button variant="default" disabled={isFull} aria-describedby={hint} onClick={() => input.current?.click()}>
        {t(`choose.${purpose}`)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={room > 1}
        accept={acceptFor(purpose)}
        data-purpose={purpose}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
      <p id={hint} className={classes.hint}>
        {isFull ? t(`full.${purpose}`, limitWords) : t(`hint.${purpose}`, limitWords)}
      </p>
    </Stack>
  );
}
