import { useApolloClient, useMutation } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListConflictsDocument } from '../../gql/ListConflicts';
import { useLanguage } from '../../i18n/useLanguage';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { findEntries, numbersIn } from './entry-numbers';
import type { PanelJudge } from './types';

interface Props {
  slug: string;
  judge: PanelJudge;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** More can be said in several goes. */
const most = 200;

/** Entries that a judge helped with, by their numbers: the judge does not mark them. */
export function MentorDialog({ slug, judge, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const client = useApolloClient();
  const list = new Intl.ListFormat(useLanguage());
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [record] = useMutation(ListConflictsDocument);
  const numbers = numbersIn(text);
  const isTooMany = (numbers?.length ?? 0) > most;

  const act = async () => {
    const { entryIds, unknown } = await findEntries(client, slug, numbers ?? []);
    if (unknown.length > 0) {
      setProblem(t('numbers.unknown', { count: unknown.length, numbers: list.format(unknown.map(String)) }));
      return;
    }
    const answer = await record({ variables: { input: { judgeId: judge.id, entryIds, note: note.trim() } } });
    const result = answer.data?.listConflicts;
    switch (result?.__typename) {
      case 'ListConflictsSuccess':
        onDone(
          [
            t('mentor.done', { code: judge.code, count: entryIds.length }),
            t('released', { count: result.released }),
          ].join(' '),
        );
        return;
      case 'ResultsStandError':
        setProblem(result.message);
        return;
      case 'InvalidInputError':
        setProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(t('network'));
    }
  };
  const confirm = () => {
    setProblem(undefined);
    setBusy(true);
    act()
      .catch(() => setProblem(t('network')))
      .finally(() => setBusy(false));
  };

  return (
    <ConfirmDialog
      title={t('mentor.title', { code: judge.code })}
      action={t('mentor.action')}
      isOpen
      isBusy={isBusy}
      isDisabled={!numbers || numbers.length === 0 || isTooMany || note.trim() === ''}
      problem={problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('mentor.text')}</p>
      <Textarea
        label={t('numbers.label')}
        description={t('numbers.help')}
        autosize
        minRows={2}
        value={text}
        error={numbers === null ? t('numbers.wrong') : isTooMany && t('numbers.tooMany', { count: most })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t('mentor.note')}
        description={t('mentor.noteHelp')}
        autosize
        minRows={2}
        maxLength={limits.reason}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
