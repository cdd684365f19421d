import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import type { ActState } from '../../forms/useAct';
import { useNow } from '../../ui/time/clock';
import { instantOf, localTime } from '../../ui/time/zoned-time';
import { UntilInput } from './ReturnDialog';

interface Props {
  act: ActState;
  entry: { number: number };
  timeZone: string;
  onExtend: (until: string) => void;
  onClose: () => void;
}

const threeDays = 3 * 86_400_000;

/** More time to correct an entry: three days until the evening, unless another time is given. */
export function ExtendDialog({ act, entry, timeZone, onExtend, onClose }: Props) {
  const { t } = useTranslation('review');
  const now = useNow(3_600_000);
  const [until, setUntil] = useState(() => `${localTime(now + threeDays, timeZone).slice(0, 10)}T23:59`);
  const instant = instantOf(until, timeZone);
  return (
    <ActDialog
      act={act}
      title={t('extendTitle', { number: entry.number })}
      action={t('extend')}
      isDisabled={!instant}
      onConfirm={() => {
        if (instant) onExtend(instant);
      }}
      onClose={onClose}
    >
      <p>{t('extendText')}</p>
      <UntilInput label={t('newUntil')} value={until} onChange={setUntil} />
    </ActDialog>
  );
}
