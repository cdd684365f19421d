import { useMutation } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssignEntriesDocument } from '../../gql/AssignEntries';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Desk_competitionFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Gives the entries of a stage to the judges of its panels. */
export function AssignDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const stages = competition.stages.filter(({ kind }) => kind === 'REVIEW' || kind === 'FINAL');
  // The judging that is open now, or else the one that comes next.
  const likely = stages.find(({ status }) => status !== 'CLOSED') ?? stages[0];
  const [kind, setKind] = useState(likely?.kind ?? 'REVIEW');
  const [judges, setJudges] = useState('3');
  const [problem, setProblem] = useState<string>();
  const refusal = useRefusal(competition.timeZone);
  const [assign, { loading }] = useMutation(AssignEntriesDocument);
  const judgesPerEntry = Number(judges);
  const isNumber = /^\d{1,3}$/.test(judges.trim()) && judgesPerEntry >= 1 && judgesPerEntry <= 100;

  const confirm = async () => {
    setProblem(undefined);
    const answer = await assign({
      variables: { input: { competitionId: competition.id, stage: kind, judgesPerEntry } },
    }).catch(() => undefined);
    const result = answer?.data?.assignEntries;
    if (result?.__typename === 'AssignEntriesSuccess') {
      onDone(result.assigned > 0 ? t('assign.done', { count: result.assigned }) : t('assign.nothing'));
      return;
    }
    setProblem(refusal(result));
  };

  return (
    <ConfirmDialog
      title={t('assign.title')}
      action={t('actions.assign')}
      isOpen
      isBusy={loading}
      isDisabled={!isNumber}
      problem={problem}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('assign.text')}</p>
      <NativeSelect
        label={t('assign.stage')}
        value={kind}
        data={stages.map((stage) => ({ value: stage.kind, label: stage.name }))}
        onChange={({ currentTarget }) => setKind(currentTarget.value === 'FINAL' ? 'FINAL' : 'REVIEW')}
      />
      <TextInput
        label={t('assign.judges')}
        inputMode="numeric"
        value={judges}
        error={!isNumber && t('assign.judgesWrong')}
        onChange={({ currentTarget }) => setJudges(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
