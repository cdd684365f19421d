import { useTranslation } from 'react-i18next';
import { criterionOfStep } from './tie-steps';

const known = ['FIRSTS', 'HEAD_TO_HEAD', 'MEDIAN', 'VOTES', 'LOT'] as const;

/** A step of the ladder between equal totals: its name, and what it does. */
export function useTieWords(criteria: readonly { key: string; name: string }[]) {
  const { t } = useTranslation('scoring-rule');
  return (step: string): { name: string; sentence: string } => {
    const key = criterionOfStep(step);
    if (key !== null) {
      const name = criteria.find((one) => one.key === key)?.name ?? key;
      return { name: t('steps.CRITERION.name', { name }), sentence: t('steps.CRITERION.sentence', { name }) };
    }
    const other = known.find((one) => one === step) ?? 'LOT';
    return { name: t(`steps.${other}.name`), sentence: t(`steps.${other}.sentence`) };
  };
}
