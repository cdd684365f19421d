import type { BallotAdvice } from '@laurel/schema/ballot-rule';
import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './AdviceList.module.css';

interface Props {
  advice: readonly BallotAdvice[];
  onTake: (advice: BallotAdvice) => void;
}

/** What experience says against the rule as it is written: what to do, why, and the figure behind it. */
export function AdviceList({ advice, onTake }: Props) {
  const { t } = useTranslation('rule-wizard');
  if (advice.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('advice.title', { count: advice.length })}>
      {advice.map((one) => (
        <li key={one} className={classes.advice}>
          <IconBulb size={22} aria-hidden="true" />
          <div>
            <h3>{t(`advice.${one}.do`)}</h3>
            <p>{t(`advice.${one}.why`)}</p>
            <p className={classes.figure}>{t(`advice.${one}.figure`)}</p>
            <Button variant="light" onClick={() => onTake(one)}>
              {t(`advice.${one}.take`)}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
