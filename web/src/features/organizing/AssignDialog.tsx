import { useMutation } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssignEntriesDocument, type AssignEntriesMutation } from '../../gql/AssignEntries';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Pick<Desk_competitionFragment, 'id' | 'timeZone'> & {
    stages: readonly Pick<Desk_competitionFragment['stages'][number], 'kind' | 'name' | 'status'>[];
  };
  onClose: () => void;
  onDone: (news: string) => void;
}

type Assigned = Extract<NonNullable<AssignEntriesMutation['assignEntries']>, { __typename: 'AssignEntriesSuccess' }>;

const judging = ['REVIEW', 'PAPERS', 'FINAL'] as const;

/** Gives the entries of a stage to the judges of its panels. */
export function AssignDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const stages = judging.flatMap((kind) => competition.stages.filter((stage) => stage.kind === kind));
  // The judging that is open now, or else the one that comes next.
  const likely = stages.find(({ status }) => status !== 'CLOSED') ?? stages[0];
  const [kind, setKind] = useState(likely?.kind ?? 'REVIEW');
  const [judges, setJudges] = useState('');
  const [problem, setProblem] = useState<string>();
  const refusal = useRefusal(competition.timeZone);
  const inWords = useAssigned();
  const [assign, { loading }] = useMutation(AssignEntriesDocument);
  const isEmpty = judges.trim() === '';
  const judgesPerEntry = isEmpty ? null : Number(judges);
  const isNumber = isEmpty || (/^\d{1,3}$/.test(judges.trim()) && Number(judges) >= 1 && Number(judges) <= 100);

  const confirm = async () => {
    setProblem(undefined);
    const answer = await assign({
      variables: { input: { competitionId: competition.id, stage: kind, judgesPerEntry } },
    }).catch(() => undefined);
    const result = answer?.data?.assignEntries;
    if (result?.__typename === 'AssignEntriesSuccess') {
      onDone(inWords(result));
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
        onChange={({ currentTarget }) => setKind(judging.find((one) => one === currentTarget.value) ?? 'REVIEW')}
      />
      <TextInput
        label={t('assign.judges')}
        placeholder={t('assign.asPanel')}
        inputMode="numeric"
        value={judges}
        error={!isNumber && t('assign.judgesWrong')}
        onChange={({ currentTarget }) => setJudges(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}

/** What an assignment did, and what it could not do. */
function useAssigned(): (result: Assigned) => string {
  const { t } = useTranslation('organizing');
  return ({ assigned, unfilled, released, leastLoad, mostLoad }) =>
    [
      assigned > 0 ? t('assign.done', { count: assigned }) : t('assign.nothing'),
      released > 0 ? t('assign.released', { count: released }) : '',
      unfilled > 0 ? t('assign.unfilled', { count: unfilled }) : '',
      t('assign.loads', { least: leastLoad, most: mostLoad }),
    ]
      .filter(Boolean)
      .join(' ');
}
