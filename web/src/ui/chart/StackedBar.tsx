import type { ReactNode } from 'react';
import { Row } from '../layout/Row';
import { Stack } from '../layout/Stack';
import classes from './StackedBar.module.css';

interface Part {
  id: string;
  label: ReactNode;
  value: number;
  text: string;
  /** It is named even where it has nothing of the whole. */
  isNamed?: boolean;
}

/** One whole and its parts, each named below: shade and order say the same as the words. */
export function StackedBar({ parts }: { parts: Part[] }) {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const shown = parts.filter(({ value, isNamed }) => value > 0 || isNamed);
  return (
    <Stack gap={3}>
      <Row gap={1} align="stretch" nowrap className={classes.bar} aria-hidden="true">
        {shown.map(({ id, value }) => (
          <span
            key={id}
            className={classes.part}
            style={{ width: `${(value / total) * 100}%`, '--strength': strengthOf(parts, id) }}
          />
        ))}
      </Row>
      <Stack as="ul" gap={1} className={classes.legend}>
        {shown.map(({ id, label, text }) => (
          <li key={id}>
            <span className={classes.key} style={{ '--strength': strengthOf(parts, id) }} aria-hidden="true" />
            <span>{label}</span>
            <span className="tabular">{text}</span>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

/** From full colour for the first part to a pale one for the last. */
const strengthOf = (parts: Part[], id: string): string => {
  const place = parts.findIndex((part) => part.id === id);
  return `${Math.round(100 - (place / Math.max(parts.length - 1, 1)) * 82)}%`;
};
