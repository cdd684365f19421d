import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './StageLine.module.css';

export interface Step {
  id: string;
  name: string;
  state: 'past' | 'now' | 'next';
  /** When, in words. */
  when?: ReactNode;
}

/** A line of steps with a mark on where things stand. */
export function StageLine({ steps }: { steps: Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.line}>
      {steps.map(({ id, name, state, when }) => (
        <li key={id} className={classes.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={classes.dot} aria-hidden="true" />
          <span className={classes.name}>
            {name}
            {state === 'now' && <b className={classes.now}>{t('now')}</b>}
            {state === 'past' && <span className="visually-hidden">{t('past')}</span>}
          </span>
          {when && <span className={classes.when}>{when}</span>}
        </li>
      ))}
    </ol>
  );
}
