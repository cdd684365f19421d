import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import classes from './Sheet.module.css';

interface Props {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays at the bottom while the rest scrolls. */
  foot?: ReactNode;
}

/**
 * Comes up from the bottom of a phone, and stands in the middle of a desk. The browser's own dialog keeps the focus,
 * gives it back, and closes on Escape; it costs a voter's phone nothing to load.
 */
export function Sheet({ title, closeLabel, onClose, children, foot }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // On the ground around it, which is the dialog itself.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={classes.inner}>
        <Row as="header" gap={4} justify="between" nowrap className={classes.head}>
          <h2 id={id}>{title}</h2>
          <IconButton aria-label={closeLabel} onClick={onClose}>
            <IconX size={20} aria-hidden="true" />
          </IconButton>
        </Row>
        {/* It may scroll, and a keyboard must be able to. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <Stack gap={4} className={classes.body} tabIndex={0}>
          {children}
        </Stack>
        {foot && (
          <Stack as="footer" gap={2} tone="ruled" className={classes.foot}>
            {foot}
          </Stack>
        )}
      </div>
    </dialog>
  );
}
