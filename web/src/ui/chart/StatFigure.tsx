import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/useLanguage';
import { Columns } from '../layout/Columns';
import classes from './StatFigure.module.css';

interface Props {
  label: ReactNode;
  /** Null where the number is withheld; the row then shows a dash. */
  value: number | null;
  unit?: string;
}

/** One number and what it counts; put several into StatFigures. */
export function StatFigure({ label, value, unit }: Props) {
  const language = useLanguage();
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd className={classes.value}>
        {value === null ? '–' : new Intl.NumberFormat(language).format(value)}
        {unit && <span className={classes.unit}> {unit}</span>}
      </dd>
    </div>
  );
}

export function StatFigures({ children }: { children: ReactNode }) {
  return (
    <Columns as="dl" from="always" sizes="repeat(auto-fit, minmax(7rem, 1fr))" gap={4}>
      {children}
    </Columns>
  );
}
