import type { ReactNode } from 'react';
import { Notice } from './Notice';
import classes from './Outcome.module.css';

interface Props {
  good?: ReactNode;
  trouble?: ReactNode;
}

/** What became of an act, read aloud at once; takes no room while there is nothing to say. */
export function Outcome({ good, trouble }: Props) {
  return (
    <div className={classes.outcome}>
      <div role="status">{good && <Notice tone="good">{good}</Notice>}</div>
      <div role="alert">{trouble && <Notice tone="trouble">{trouble}</Notice>}</div>
    </div>
  );
}
