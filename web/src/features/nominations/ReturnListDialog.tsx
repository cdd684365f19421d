import { limits } from '@laurel/schema/limits';
import { useMutation } from '@apollo/client/react';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnNominationsDocument } from '../../gql/ReturnNominations';
import { useNow } from '../../ui/clock';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { localTime } from '../../ui/zoned-time';
import type { Unit } from './types';

interface Props {
  unit: Unit;
  timeZone: string;
  onReturned: () => void;
  onClose: () => void;
}

/** Gives a list back, with a reason and, where its time is over, a new end. */
export function ReturnListDialog({ unit, timeZone, onReturned, onClose }: Props) {
  const { t } = useTranslation('nominations');
  const [send, { loading }] = useMutation(ReturnNominationsDocument);
  const now = useNow(60_000);
  const isOver = new Date(unit.closesAt).getTime() <= now;
  const [reason, setReason] = useState('');
  const [closesAt, setClosesAt] = useState(() => localTime(isOver ? now + 3 * 86_400_000 : unit.closesAt, timeZone));
  const [problem, setProblem] = useState<string>();
  const confirm = async () => {
    const input = { unitId: unit.id, reason: reason.trim(), closesAt: isOver ? closesAt : null };
    const result = await send({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    const answer = result?.data?.returnNominations;
    if (answer?.__typename === 'ReturnNominationsSuccess') return onReturned();
    const field = answer?.__typename === 'InvalidInputError' ? answer.fields[0]?.message : undefined;
    setProblem(field ?? answer?.message ?? t('network'));
  };
  return (
    <ConfirmDialog
      title={t('return.title', { region: unit.region.name })}
      action={t('return.action')}
      isOpen
      isBusy={loading}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('return.text', { organization: unit.organization.name })}</p>
      <Textarea
        label={t('return.reason')}
        autosize
        minRows={3}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
      {isOver && (
        <TextInput
          type="datetime-local"
          label={t('return.closesAt')}
          value={closesAt}
          onChange={({ currentTarget }) => setClosesAt(currentTarget.value.slice(0, 16))}
        />
      )}
    </ConfirmDialog>
  );
}
