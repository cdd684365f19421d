import type { ReactNode } from 'react';
import { Row } from './layout/Row';
import { Stack } from './layout/Stack';
import classes from './States.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  /** A way on. */
  children?: ReactNode;
  /** Announced at once when it takes the place of content. */
  role?: 'status' | 'alert';
  level?: 1 | 2 | undefined;
}

export function EmptyState({ title, text, children, role, level = 2 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <Stack gap={3} align="center" className={classes.state} role={role}>
      <Sprig />
      <Heading className="title">{title}</Heading>
      {text && <p className={classes.text}>{text}</p>}
      {children && (
        <Row gap={2} align="stretch" justify="center" className={classes.actions}>
          {children}
        </Row>
      )}
    </Stack>
  );
}

function Sprig() {
  return (
    <svg viewBox="0 0 96 56" className={classes.sprig} aria-hidden="true">
      <path d="M8 48C32 46 62 38 88 10" fill="none" strokeWidth="2" />
      <path d="M28 45C22 34 26 24 34 18C40 28 38 38 28 45Z" />
      <path d="M46 40C42 28 46 18 56 12C60 24 56 34 46 40Z" />
      <path d="M36 44C46 38 56 40 62 48C52 54 42 52 36 44Z" />
      <path d="M56 35C66 28 76 30 82 36C74 44 64 42 56 35Z" />
    </svg>
  );
}
