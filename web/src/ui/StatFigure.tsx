import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/useLanguage';
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
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        {value === null ? '–' : new Intl.NumberFormat(language).format(value)}
        {unit && <span className={classes.unit}> {unit}</span>}
      </dd>
    </div>
  );
}

export function StatFigures({ children }: { children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>;
}
