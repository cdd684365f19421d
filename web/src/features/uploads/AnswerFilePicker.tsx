import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AnswerFilePicker_projectFragmentDoc,
  type AnswerFilePicker_projectFragment,
} from '../../gql/AnswerFilePicker_project';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './AttachmentPicker.module.css';
import { DropZone } from './DropZone';
import { limitWords, readied } from './file-problem';
import { SendingList } from './SendingList';
import { sizeInWords } from '../../ui/text/file-size';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { useUploader } from './useUploader';

interface Props {
  project: FragmentType<AnswerFilePicker_projectFragment> & { id: string };
  id: string;
  label: string;
  help: string;
  /** The id of the upload that answers the question; empty where none does. */
  value: string;
  onChange: (uploadId: string) => void;
}

/** One file that answers a question. */
export function AnswerFilePicker({ project, id, label, help, value, onChange }: Props) {
  const { t } = useTranslation('uploads');
  const language = useLanguage();
  const { data, complete } = useFragment({
    fragment: AnswerFilePicker_projectFragmentDoc,
    fragmentName: 'AnswerFilePicker_project',
    from: project,
  });
  const { uploader, sending } = useUploader(project.id, id);
  const files = complete ? data.answerFiles : [];
  const file = files.find((one) => one.id === value);
  // It may have arrived while another part of the form was on the screen.
  const arrived = uploader.arrived();
  const isKnown = files.some((one) => one.id === arrived);
  const answer = useRef(onChange);
  useEffect(() => {
    answer.current = onChange;
  });
  useEffect(() => {
    if (arrived === null || !isKnown) return;
    uploader.take(arrived);
    answer.current(arrived);
  }, [arrived, isKnown, uploader]);
  if (!complete) return null;
  return (
    <Stack gap={3} id={id} role="group" tabIndex={-1} aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`}>{label}</p>
      {help && <p className={classes.hint}>{help}</p>}
      {file ? (
        <Columns
          as="p"
          from="always"
          sizes="minmax(0, 1fr) auto"
          gap={4}
          rowGap={1}
          align="center"
          tone="sunken"
          className={classes.row}
        >
          <a className={classes.name} href={file.url}>
            {file.name}
          </a>
          <span className={classes.state}>{sizeInWords(file.size, language)}</span>
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t('removeNamed', { name: file.name })}
            onClick={() => onChange('')}
          >
            {t('remove')}
          </Button>
        </Columns>
      ) : (
        <DropZone
          purpose="ANSWER"
          room={sending.some(({ state }) => state !== 'failed') ? 0 : 1}
          onFiles={([first]) => {
            if (!first) return;
            const { name, problem } = readied('ANSWER', first);
            uploader.add(first, name, 'ANSWER', problem && t(`problems.${problem}`, limitWords));
          }}
        />
      )}
      <SendingList uploader={uploader} sending={sending} />
    </Stack>
  );
}
