import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { EntryOfNumberDocument } from '../../gql/EntryOfNumber';
import { HoldVotesDocument } from '../../gql/HoldVotes';
import { useLanguage } from '../../i18n/useLanguage';
import { Columns } from '../../ui/layout/Columns';
import { zoneName } from '../../ui/time/time';
import { instantOf, localTime } from '../../ui/time/zoned-time';

interface Props {
  slug: string;
  timeZone: string;
  /** By the clock that decides. */
  now: number;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Sets the votes of a span of time aside by hand; nothing is lost by it, and two people decide afterwards. */
export function HoldDialog({ slug, timeZone, now, onClose, onDone }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  const [number, setNumber] = useState('');
  const [from, setFrom] = useState(() => localTime(now - 3_600_000, timeZone));
  const [to, setTo] = useState(() => localTime(now + 60_000, timeZone));
  const [reason, setReason] = useState('');
  const [asked] = useDebouncedValue(number, 250);
  const isNumber = /^\d{1,6}$/.test(asked);
  const { data, loading: isLooking } = useQuery(EntryOfNumberDocument, {
    variables: { slug, number: Number(asked) },
    skip: !isNumber,
    context: { staysOnPage: true },
  });
  const act = useAct(HoldVotesDocument);
  const isCurrent = asked === number && isNumber && !isLooking;
  const entry = isCurrent ? data?.entry : undefined;
  const [begin, end] = [instantOf(from, timeZone), instantOf(to, timeZone)];
  const isSpan = begin !== null && end !== null && begin < end;
  const zone = zoneName(timeZone, language);

  const confirm = async () => {
    if (!entry || !isSpan) return;
    const done = await act.run({ entryId: entry.id, from: begin, to: end, reason: reason.trim() });
    if (done) onDone(t('hold.done', { count: done.case.votes, number: done.case.entry.number }));
  };

  return (
    <ActDialog
      act={act}
      title={t('hold.title')}
      action={t('hold.action')}
      isDisabled={!entry || !isSpan || reason.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('hold.text')}</p>
      <TextInput
        label={t('hold.entry')}
        inputMode="numeric"
        value={number}
        description={entry?.title ?? t('hold.entryHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={isCurrent && !entry && t('hold.noEntry', { number: asked })}
        onChange={({ currentTarget }) => setNumber(currentTarget.value.trim())}
        data-autofocus
      />
      <Columns min="13rem" gap={3}>
        <TextInput
          type="datetime-local"
          label={t('hold.from', { zone })}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('hold.to', { zone })}
          value={to}
          error={!isSpan && t('hold.spanWrong')}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </Columns>
      <ReasonField label={t('hold.reason')} help={t('hold.reasonHelp')} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
