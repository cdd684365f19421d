import { Textarea, TextInput } from '@mantine/core';
import { limits } from '@laurel/schema/limits';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnDialogDocument } from '../../gql/ReturnDialog';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { instantOf } from '../../ui/zoned-time';
import classes from './ReturnDialog.module.css';
import type { Ruling } from './useReview';

interface Props {
  slug: string;
  entry: { number: number; title: string };
  timeZone: string;
  isBusy: boolean;
  problem: string | undefined;
  onReturn: (ruling: Ruling) => void;
  onClose: () => void;
}

const basics = ['title', 'summary', 'attachments'] as const;

/** What the organization is to correct: in general, and remarks on single parts. */
export function ReturnDialog({ slug, entry, timeZone, isBusy, problem, onReturn, onClose }: Props) {
  const { t } = useTranslation('review');
  const { t: told } = useTranslation();
  const { data } = useQuery(ReturnDialogDocument, { variables: { slug, number: entry.number } });
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [remarks, setRemarks] = useState<Record<string, string>>({});
  const sections = data?.entry?.sections ?? [];
  const answers = data?.entry?.answers ?? [];
  const parts = [
    ...basics.map((key) => ({ kind: 'BASICS' as const, key, name: told(`basics.${key}`) })),
    ...sections.map(({ key, name }) => ({ kind: 'SECTION' as const, key, name })),
    ...answers.map(({ key, prompt }) => ({ kind: 'QUESTION' as const, key, name: prompt })),
  ];
  const fields = parts.flatMap(({ kind, key }) => {
    const remark = remarks[`${kind}/${key}`]?.trim();
    return remark ? [{ kind, key, remark }] : [];
  });
  const correctionUntil = instantOf(until, timeZone);
  return (
    <ConfirmDialog
      title={t('returnTitle', { number: entry.number })}
      action={t('return')}
      isOpen
      isBusy={isBusy}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() =>
        onReturn({ verdict: 'RETURN', reason: reason.trim(), fields, ...(correctionUntil && { correctionUntil }) })
      }
      onClose={onClose}
    >
      <p>{t('returnText', { title: entry.title })}</p>
      <Textarea
        label={t('returnReason')}
        description={t('returnHelp')}
        autosize
        minRows={3}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
      <details className={classes.remarks}>
        <summary>{t('remarks')}</summary>
        <div className={classes.boxes}>
          {parts.map(({ kind, key, name }) => (
            <Textarea
              key={`${kind}/${key}`}
              label={t('remarkOn', { name })}
              autosize
              maxLength={limits.reason}
              value={remarks[`${kind}/${key}`] ?? ''}
              onChange={({ currentTarget: { value } }) => setRemarks({ ...remarks, [`${kind}/${key}`]: value })}
            />
          ))}
        </div>
      </details>
      <UntilInput label={t('until')} description={t('untilHelp')} value={until} onChange={setUntil} />
    </ConfirmDialog>
  );
}

interface UntilProps {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
}

/** The last minute for a correction, by the clock of the competition. */
export function UntilInput({ label, description, value, onChange }: UntilProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={description}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value.slice(0, 16))}
    />
  );
}
