import { useEffect, useRef, type ReactNode } from 'react';
import { Notice } from '../ui/Notice';
import classes from './Outcome.module.css';

interface Props {
  news?: ReactNode;
  problem?: ReactNode;
}

/** What came of an act, read out and brought into sight as it appears. */
export function Outcome({ news, problem }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isSaid = Boolean(news || problem);
  useEffect(() => {
    if (isSaid) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isSaid]);
  return (
    <div ref={box} className={classes.outcome}>
      <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
    </div>
  );
}
