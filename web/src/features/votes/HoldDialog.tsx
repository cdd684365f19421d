import { useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryToHoldDocument } from '../../gql/EntryToHold';
import { HoldVotesDocument } from '../../gql/HoldVotes';
import { useLanguage } from '../../i18n/useLanguage';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { zoneName } from '../../ui/time';
import { instantOf, localTime } from '../../ui/zoned-time';
import classes from './DecideDialog.module.css';

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
  const [problem, setProblem] = useState<string>();
  const [asked] = useDebouncedValue(number, 250);
  const isNumber = /^\d{1,6}$/.test(asked);
  const { data, loading: isLooking } = useQuery(EntryToHoldDocument, {
    variables: { slug, number: Number(asked) },
    skip: !isNumber,
    context: { staysOnPage: true },
  });
  const [hold, { loading }] = useMutation(HoldVotesDocument);
  const isCurrent = asked === number && isNumber && !isLooking;
  const entry = isCurrent ? data?.entry : undefined;
  const [begin, end] = [instantOf(from, timeZone), instantOf(to, timeZone)];
  const isSpan = begin !== null && end !== null && begin < end;
  const zone = zoneName(timeZone, language);

  const confirm = async () => {
    if (!entry || !isSpan) return;
    setProblem(undefined);
    const input = { entryId: entry.id, from: begin, to: end, reason: reason.trim() };
    const answer = await hold({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.holdVotes;
    switch (result?.__typename) {
      case 'HoldVotesSuccess':
        onDone(t('hold.done', { count: result.case.votes, number: result.case.entry.number }));
        return;
      case 'NothingToHoldError':
      case 'ResultsPublishedError':
        setProblem(result.message);
        return;
      case 'InvalidInputError':
        setProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(t('decide.network'));
    }
  };

  return (
    <ConfirmDialog
      title={t('hold.title')}
      action={t('hold.action')}
      isOpen
      isBusy={loading}
      isDisabled={!entry || !isSpan || reason.trim() === ''}
      problem={problem}
      onConfirm={() => void confirm()}
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
      <div className={classes.span}>
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
      </div>
      <Textarea
        label={t('hold.reason')}
        description={t('hold.reasonHelp')}
        autosize
        minRows={2}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
