import { useTranslation } from 'react-i18next';
import type { Problem } from './draft';

/** What is wrong and what would be right. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation('rubric');
  return (problem) =>
    'count' in problem ? t(`problems.${problem.kind}`, { count: problem.count }) : t(`problems.${problem.kind}`);
}
