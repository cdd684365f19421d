import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Row } from './layout/Row';
import { Stack } from './layout/Stack';
import classes from './Notice.module.css';

const icons = { info: IconInfoCircle, good: IconCheck, trouble: IconAlertTriangle };

interface Props {
  tone?: keyof typeof icons;
  children: ReactNode;
}

/** A remark that stands in the page, beside what it is about. */
export function Notice({ tone = 'info', children }: Props) {
  const Icon = icons[tone];
  return (
    <Row gap={3} align="stretch" nowrap tone="sunken" pad={3} padInline={4} className={classes.notice} data-tone={tone}>
      <Icon size={20} className={classes.icon} aria-hidden="true" />
      <Stack gap={2}>{children}</Stack>
    </Row>
  );
}
