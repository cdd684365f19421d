import type { ReactNode } from 'react';
import classes from './Seal.module.css';

interface Props {
  children: ReactNode;
  tone?: 'seal' | 'gold' | 'laurel';
  /** Falls onto the page as it appears, for something that has just happened. */
  isFresh?: boolean;
}

/** A stamp: what it says is final or official. */
export function Seal({ children, tone = 'seal', isFresh = false }: Props) {
  return (
    <span className={classes.seal} data-tone={tone} data-fresh={isFresh || undefined}>
      {children}
    </span>
  );
}
