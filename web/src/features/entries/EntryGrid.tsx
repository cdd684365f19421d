import type { ReactNode } from 'react';
import { Stack } from '../../ui/layout/Stack';
import { Skeleton } from '../../ui/Skeleton';
import classes from './EntryGrid.module.css';

interface Props {
  children: ReactNode;
  /** Shows an older answer while the new one is on its way. */
  isStale?: boolean;
}

export function EntryGrid({ children, isStale = false }: Props) {
  return (
    <Stack as="ul" gap={4} className={classes.grid} aria-busy={isStale} data-stale={isStale || undefined}>
      {children}
    </Stack>
  );
}

/** Cards to come, of the size they will have. */
export function EntryGridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <Stack as="ul" gap={4} className={classes.grid} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <li key={index}>
          <Skeleton className={classes.skeleton} />
        </li>
      ))}
    </Stack>
  );
}
