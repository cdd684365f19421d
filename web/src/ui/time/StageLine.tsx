import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Row } from '../layout/Row';
import { Stack } from '../layout/Stack';
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
    <Stack as="ol" className={classes.line}>
      {steps.map(({ id, name, state, when }) => (
        <Stack
          as="li"
          gap={1}
          key={id}
          className={classes.step}
          data-state={state}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className={classes.dot} aria-hidden="true" />
          <Row as="span" gap={2} className={classes.name}>
            {name}
            {state === 'now' && <b className={classes.now}>{t('now')}</b>}
            {state === 'past' && <span className="visually-hidden">{t('past')}</span>}
          </Row>
          {when && <span className="faint small tabular">{when}</span>}
        </Stack>
      ))}
    </Stack>
  );
}
