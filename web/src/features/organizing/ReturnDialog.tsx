import { Textarea } from '@mantine/core';
import { limits } from '@laurel/schema/limits';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnDialogDocument } from '../../gql/ReturnDialog';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import type { Ruling } from './useReview';

interface Props {
  slug: string;
  entry: { number: number; title: string };
  isBusy: boolean;
  problem: string | undefined;
  onReturn: (ruling: Ruling) => void;
  onClose: () => void;
}

/** What the organization is to correct: in general, and remarks on single parts. */
export function ReturnDialog({ slug, entry, isBusy, problem, onReturn, onClose }: Props) {
  const { t } = useTranslation('organizing');
  const { data } = useQuery(ReturnDialogDocument, { variables: { slug, number: entry.number } });
  const [reason, setReason] = useState('');
  const [remarks, setRemarks] = useState<Record<string, string>>({});
  const sections = data?.entry?.sections ?? [];
  const answers = data?.entry?.answers ?? [];
  const parts = [
    ...sections.map(({ key, name }) => ({ kind: 'SECTION' as const, key, name })),
    ...answers.map(({ key, prompt }) => ({ kind: 'QUESTION' as const, key, name: prompt })),
  ];
  const fields = parts.flatMap(({ kind, key }) => {
    const remark = remarks[`${kind}/${key}`]?.trim();
    return remark ? [{ kind, key, remark }] : [];
  });
  return (
    <ConfirmDialog
      title={t('review.returnTitle', { number: entry.number })}
      action={t('review.return')}
      isOpen
      isBusy={isBusy}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => onReturn({ verdict: 'RETURN', reason: reason.trim(), fields })}
      onClose={onClose}
    >
      <p>{t('review.returnText', { title: entry.title })}</p>
      <Textarea
        label={t('review.returnReason')}
        description={t('review.returnHelp')}
        autosize
        minRows={3}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
      {parts.length > 0 && (
        <details>
          <summary>{t('review.marks')}</summary>
          {parts.map(({ kind, key, name }) => (
            <Textarea
              key={`${kind}/${key}`}
              label={t('review.remarkOn', { name })}
              autosize
              maxLength={limits.reason}
              value={remarks[`${kind}/${key}`] ?? ''}
              onChange={({ currentTarget: { value } }) => setRemarks({ ...remarks, [`${kind}/${key}`]: value })}
            />
          ))}
        </details>
      )}
    </ConfirmDialog>
  );
}
