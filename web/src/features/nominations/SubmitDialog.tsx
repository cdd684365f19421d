import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  count: number;
  quota: number;
  target: string;
  isBusy: boolean;
  problem: ReactNode;
  onSubmit: () => Promise<void>;
  onClose: () => void;
}

/** What handing the list up means, before it is done. */
export function SubmitDialog({ count, quota, target, isBusy, problem, onSubmit, onClose }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <ConfirmDialog
      title={t('submit.title')}
      action={t('submit.action')}
      color="seal"
      isOpen
      isBusy={isBusy}
      problem={problem}
      onConfirm={() => void onSubmit()}
      onClose={onClose}
    >
      <p>{count === 0 ? t('submit.nobody', { target }) : t('submit.text', { count, target })}</p>
      {count > 0 && count < quota && <p>{t('submit.left', { count: quota - count })}</p>}
      <p>{t('submit.stands')}</p>
    </ConfirmDialog>
  );
}
