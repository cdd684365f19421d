import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct, type Done } from '../../forms/useAct';
import { AssignEntriesDocument, type AssignEntriesMutation } from '../../gql/AssignEntries';
import { judgingStages } from '../../words/judging-stages';
import type { Organized } from './today';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Pick<Organized, 'id' | 'timeZone'> & {
    stages: readonly Pick<Organized['stages'][number], 'kind' | 'name' | 'status'>[];
  };
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Gives the entries of a stage to the judges of its panels. */
export function AssignDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const stages = judgingStages(competition);
  // The judging that is open now, or else the one that comes next.
  const likely = stages.find(({ status }) => status !== 'CLOSED') ?? stages[0];
  const [kind, setKind] = useState(likely?.kind ?? 'REVIEW');
  const [judges, setJudges] = useState('');
  const assign = useAct(AssignEntriesDocument);
  const inWords = useRefusal(competition.timeZone);
  const resultInWords = useAssigned();
  const isEmpty = judges.trim() === '';
  const judgesPerEntry = isEmpty ? null : Number(judges);
  const isNumber = isEmpty || (/^\d{1,3}$/.test(judges.trim()) && Number(judges) >= 1 && Number(judges) <= 100);
  return (
    <ActDialog
      act={assign}
      problem={inWords(assign)}
      title={t('assign.title')}
      action={t('actions.assign')}
      isDisabled={!isNumber}
      onConfirm={async () => {
        const done = await assign.run({ competitionId: competition.id, stage: kind, judgesPerEntry });
        if (done) onDone(resultInWords(done));
      }}
      onClose={onClose}
    >
      <p>{t('assign.text')}</p>
      <NativeSelect
        label={t('assign.stage')}
        value={kind}
        data={stages.map((stage) => ({ value: stage.kind, label: stage.name }))}
        onChange={({ currentTarget: { value } }) => setKind(stages.find((stage) => stage.kind === value)?.kind ?? kind)}
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
    </ActDialog>
  );
}

/** What an assignment did, and what it could not do. */
function useAssigned(): (result: Done<AssignEntriesMutation>) => string {
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
