import { Modal } from '@mantine/core';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';
import { Row } from './layout/Row';
import { Stack } from './layout/Stack';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Two texts side by side need more room than a question. */
  width?: 'question' | 'wide';
  children: ReactNode;
}

/** Keeps the focus inside, closes on Escape, and gives the focus back to where it came from. */
export function Dialog({ title, isOpen, onClose, width = 'question', children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      centered
      size={width === 'wide' ? '64rem' : '34rem'}
      padding="lg"
      yOffset="1rem"
      xOffset="0.75rem"
      classNames={{ title: classes.title ?? '', header: classes.header ?? '', content: classes.content ?? '' }}
      closeButtonProps={{ 'aria-label': t('dialog.close'), size: 44 }}
      transitionProps={{ duration: 120 }}
    >
      <Stack gap={4}>{children}</Stack>
    </Modal>
  );
}

/** The buttons of a dialog, the one that acts last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <Row gap={3} align="stretch" justify="end" nowrap className={classes.actions}>
      {children}
    </Row>
  );
}
