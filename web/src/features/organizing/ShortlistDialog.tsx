import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { ShortlistEntriesDocument } from '../../gql/ShortlistEntries';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Desk_competitionFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** The first of the review ranking go to the final, in place of any earlier shortlist. */
export function ShortlistDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const [quota, setQuota] = useState('100');
  const [problem, setProblem] = useState<string>();
  const refusal = useRefusal(competition.timeZone);
  const [shortlist, { loading }] = useMutation(ShortlistEntriesDocument);
  const number = Number(quota);
  const isNumber = /^\d{1,5}$/.test(quota.trim()) && number > 0;

  const confirm = async () => {
    setProblem(undefined);
    const answer = await shortlist({
      variables: { input: { competitionId: competition.id, quota: number } },
    }).catch(() => undefined);
    const result = answer?.data?.shortlistEntries;
    if (result?.__typename === 'ShortlistEntriesSuccess') {
      onDone(t('shortlist.done', { count: result.shortlisted }));
      return;
    }
    setProblem(refusal(result));
  };

  return (
    <ConfirmDialog
      title={t('shortlist.title')}
      action={t('actions.shortlist')}
      isOpen
      isBusy={loading}
      isDisabled={!isNumber}
      problem={problem}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('shortlist.text')}</p>
      {competition.figures.shortlisted > 0 && (
        <p>{t('shortlist.replaces', { count: competition.figures.shortlisted })}</p>
      )}
      <TextInput
        label={t('shortlist.quota')}
        inputMode="numeric"
        value={quota}
        error={!isNumber && t('shortlist.quotaWrong')}
        onChange={({ currentTarget }) => setQuota(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
