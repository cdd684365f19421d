import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import type { ActState } from '../../forms/useAct';
import { ReturnDialogDocument } from '../../gql/ReturnDialog';
import { Stack } from '../../ui/layout/Stack';
import { instantOf } from '../../ui/time/zoned-time';
import type { Ruling } from './useReview';

interface Props {
  act: ActState;
  slug: string;
  entry: { number: number; title: string };
  timeZone: string;
  onReturn: (ruling: Ruling) => void;
  onClose: () => void;
}

const basics = ['title', 'summary', 'attachments'] as const;

/** What the organization is to correct: in general, and remarks on single parts. */
export function ReturnDialog({ act, slug, entry, timeZone, onReturn, onClose }: Props) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const { data } = useQuery(ReturnDialogDocument, { variables: { slug, number: entry.number } });
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [remarks, setRemarks] = useState<Record<string, string>>({});
  const sections = data?.entry?.sections ?? [];
  const answers = data?.entry?.answers ?? [];
  const parts = [
    ...basics.map((key) => ({ kind: 'BASICS' as const, key, name: common(`basics.${key}`) })),
    ...sections.map(({ key, name }) => ({ kind: 'SECTION' as const, key, name })),
    ...answers.map(({ key, prompt }) => ({ kind: 'QUESTION' as const, key, name: prompt })),
  ];
  const fields = parts.flatMap(({ kind, key }) => {
    const remark = remarks[`${kind}/${key}`]?.trim();
    return remark ? [{ kind, key, remark }] : [];
  });
  const correctionUntil = instantOf(until, timeZone);
  return (
    <ActDialog
      act={act}
      title={t('returnTitle', { number: entry.number })}
      action={t('return')}
      isDisabled={reason.trim() === ''}
      onConfirm={() =>
        onReturn({ verdict: 'RETURN', reason: reason.trim(), fields, ...(correctionUntil && { correctionUntil }) })
      }
      onClose={onClose}
    >
      <p>{t('returnText', { title: entry.title })}</p>
      <ReasonField
        isFirst
        rows={3}
        label={t('returnReason')}
        help={t('returnHelp')}
        value={reason}
        onChange={setReason}
      />
      <details>
        <summary className="strong">{t('remarks')}</summary>
        <Stack gap={3}>
          {parts.map(({ kind, key, name }) => (
            <ReasonField
              key={`${kind}/${key}`}
              rows={1}
              label={t('remarkOn', { name })}
              value={remarks[`${kind}/${key}`] ?? ''}
              onChange={(remark) => setRemarks({ ...remarks, [`${kind}/${key}`]: remark })}
            />
          ))}
        </Stack>
      </details>
      <UntilInput label={t('until')} description={t('untilHelp')} value={until} onChange={setUntil} />
    </ActDialog>
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
