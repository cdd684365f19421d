import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from './Dialog';
import { Notice } from './Notice';

interface Props {
  title: string;
  /** What will happen, before it does. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  isOpen: boolean;
  isBusy: boolean;
  /** Why it did not happen, when it did not. */
  problem?: ReactNode;
  /** `seal` is for what is final or official. */
  color?: 'laurel' | 'seal';
  isDisabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({
  title,
  children,
  action,
  isOpen,
  isBusy,
  problem,
  color = 'laurel',
  isDisabled = false,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {children}
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
      <DialogActions>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('dialog.cancel')}
        </Button>
        <Button color={color} loading={isBusy} disabled={isDisabled} onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
