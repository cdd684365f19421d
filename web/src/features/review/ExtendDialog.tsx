import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { instantOf, localTime } from '../../ui/zoned-time';
import { UntilInput } from './ReturnDialog';

interface Props {
  entry: { number: number };
  timeZone: string;
  isBusy: boolean;
  problem: string | undefined;
  onExtend: (until: string) => void;
  onClose: () => void;
}

const threeDays = 3 * 86_400_000;

/** More time to correct an entry; three days more until the evening, where nothing else is said. */
export function ExtendDialog({ entry, timeZone, isBusy, problem, onExtend, onClose }: Props) {
  const { t } = useTranslation('review');
  const now = useNow(3_600_000);
  const [until, setUntil] = useState(() => `${localTime(now + threeDays, timeZone).slice(0, 10)}T23:59`);
  const instant = instantOf(until, timeZone);
  return (
    <ConfirmDialog
      title={t('extendTitle', { number: entry.number })}
      action={t('extend')}
      isOpen
      isBusy={isBusy}
      isDisabled={!instant}
      problem={problem}
      onConfirm={() => instant && onExtend(instant)}
      onClose={onClose}
    >
      <p>{t('extendText')}</p>
      <UntilInput label={t('newUntil')} value={until} onChange={setUntil} />
    </ConfirmDialog>
  );
}
