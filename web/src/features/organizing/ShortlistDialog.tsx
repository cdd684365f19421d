import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { ShortlistEntriesDocument } from '../../gql/ShortlistEntries';
import type { Organized } from './today';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Organized;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** The first of the review ranking go to the final, in place of any earlier shortlist. */
export function ShortlistDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const [quota, setQuota] = useState('100');
  const shortlist = useAct(ShortlistEntriesDocument);
  const inWords = useRefusal(competition.timeZone);
  const number = Number(quota);
  const isNumber = /^\d{1,5}$/.test(quota.trim()) && number > 0;
  return (
    <ActDialog
      act={shortlist}
      problem={inWords(shortlist)}
      title={t('shortlist.title')}
      action={t('actions.shortlist')}
      isDisabled={!isNumber}
      onConfirm={async () => {
        const done = await shortlist.run({ competitionId: competition.id, quota: number });
        if (done) onDone(t('shortlist.done', { count: done.shortlisted }));
      }}
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
    </ActDialog>
  );
}
