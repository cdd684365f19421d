import { useId, type ReactNode } from 'react';
import { Card } from '../layout/Stack';
import classes from './Wizard.module.css';

interface Props {
  title: string;
  /** It shows what was written before something went wrong. */
  isStale?: boolean;
  children: ReactNode;
}

/** What people will read, beside the form that it comes from; by keys it scrolls where it is longer than the screen. */
export function Preview({ title, isStale = false, children }: Props) {
  const id = useId();
  return (
    <Card
      as="aside"
      tone="raised"
      pad={5}
      gap={4}
      className={classes.preview}
      aria-labelledby={id}
      data-stale={isStale || undefined}
      tabIndex={0}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </Card>
  );
}
