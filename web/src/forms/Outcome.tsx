import type { ReactNode, Ref } from 'react';
import { Notice } from '../ui/Notice';
import classes from './Outcome.module.css';

interface Props {
  ref?: Ref<HTMLDivElement>;
  news?: ReactNode;
  problem?: ReactNode;
}

/** What came of an act, read out as it appears. */
export function Outcome({ ref, news, problem }: Props) {
  return (
    <div ref={ref} className={classes.outcome}>
      <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
    </div>
  );
}
