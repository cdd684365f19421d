import { IconAlertTriangle, IconCheck, IconPencil, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Row } from '../layout/Row';
import classes from './SavedLine.module.css';

export type SavedTone = 'saved' | 'waiting' | 'saving' | 'trouble';

const icons = { saved: IconCheck, waiting: IconPencil, saving: IconRefresh, trouble: IconAlertTriangle };

/** Whether what was written is safe, always on the page and told to screen readers as it changes. */
export function SavedLine({ tone, children }: { tone: SavedTone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <Row as="p" gap={2} nowrap className={classes.line} data-tone={tone} role="status">
      <Icon size={18} className={classes.icon} aria-hidden="true" />
      <span>{children}</span>
    </Row>
  );
}
