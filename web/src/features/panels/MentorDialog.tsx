import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { ListConflictsDocument } from '../../gql/ListConflicts';
import type { PanelJudge } from './types';
import { useEntryNumbers } from './useEntryNumbers';

interface Props {
  slug: string;
  judge: PanelJudge;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** More are recorded by opening the dialog again. */
const most = 200;

/** Entries that a judge helped with, by their numbers: the judge does not mark them. */
export function MentorDialog({ slug, judge, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const numbers = useEntryNumbers(slug, most);
  const [note, setNote] = useState('');
  const act = useAct(ListConflictsDocument);
  const { code } = judge;
  const confirm = async () => {
    const entryIds = await numbers.find();
    const done = entryIds && (await act.run({ judgeId: judge.id, entryIds, note: note.trim() }));
    if (!done) return;
    onDone(`${t('mentor.done', { code, count: entryIds.length })} ${t('released', { count: done.released })}`);
  };
  return (
    <ActDialog
      act={{ isBusy: numbers.isBusy || act.isBusy, problem: numbers.problem ?? act.problem }}
      title={t('mentor.title', { code })}
      action={t('mentor.action')}
      isDisabled={numbers.isWrong || numbers.count === 0 || note.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('mentor.text')}</p>
      <Textarea {...numbers.field} description={t('numbers.help')} autosize minRows={2} />
      <ReasonField label={t('mentor.note')} help={t('mentor.noteHelp')} value={note} onChange={setNote} />
    </ActDialog>
  );
}
