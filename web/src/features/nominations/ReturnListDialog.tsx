import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { ReturnNominationsDocument } from '../../gql/ReturnNominations';
import { useNow } from '../../ui/time/clock';
import { localTime } from '../../ui/time/zoned-time';
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
  const act = useAct(ReturnNominationsDocument);
  const now = useNow(60_000);
  const isOver = new Date(unit.closesAt).getTime() <= now;
  const [reason, setReason] = useState('');
  const [closesAt, setClosesAt] = useState(() => localTime(isOver ? now + 3 * 86_400_000 : unit.closesAt, timeZone));
  const confirm = async () => {
    const input = { unitId: unit.id, reason: reason.trim(), closesAt: isOver ? closesAt : null };
    if (await act.run(input)) onReturned();
  };
  return (
    <ActDialog
      act={act}
      title={t('return.title', { region: unit.region.name })}
      action={t('return.action')}
      isDisabled={reason.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('return.text', { organization: unit.organization.name })}</p>
      <ReasonField isFirst rows={3} label={t('return.reason')} value={reason} onChange={setReason} />
      {isOver && (
        <TextInput
          type="datetime-local"
          label={t('return.closesAt')}
          value={closesAt}
          onChange={({ currentTarget }) => setClosesAt(currentTarget.value.slice(0, 16))}
        />
      )}
    </ActDialog>
  );
}
