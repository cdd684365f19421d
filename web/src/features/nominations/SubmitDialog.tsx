import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import classes from './Nominations.module.css';
import type { Refusal } from './useNominations';

interface Props {
  count: number;
  quota: number;
  target: string;
  isBusy: boolean;
  refusal: Refusal | undefined;
  onSubmit: () => Promise<void>;
  onClose: () => void;
}

/** What handing the list up means, before it is done. */
export function SubmitDialog({ count, quota, target, isBusy, refusal, onSubmit, onClose }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <ConfirmDialog
      title={t('submit.title')}
      action={t('submit.action')}
      color="seal"
      isOpen
      isBusy={isBusy}
      problem={
        refusal && (
          <>
            <p>{refusal.message}</p>
            {refusal.clause && <p className={classes.clause}>{t('clause', { text: refusal.clause })}</p>}
          </>
        )
      }
      onConfirm={() => void onSubmit()}
      onClose={onClose}
    >
      <p>{count === 0 ? t('submit.nobody', { target }) : t('submit.text', { count, target })}</p>
      {count > 0 && count < quota && <p>{t('submit.left', { count: quota - count })}</p>}
      <p>{t('submit.stands')}</p>
    </ConfirmDialog>
  );
}
