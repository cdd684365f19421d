import type { ReactNode } from 'react';
import classes from './Tag.module.css';

interface Props {
  tone?: 'plain' | 'laurel' | 'gold' | 'seal';
  children: ReactNode;
}

/** A state in a word; the colour only repeats what the word says. */
export function Tag({ tone = 'plain', children }: Props) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
