import { useTranslation } from 'react-i18next';
import type { RubricCompetition, Scope } from './scopes';

/** For which entries a rubric speaks, in words. */
export function useScopeWords({ stages, categories }: Pick<RubricCompetition, 'stages' | 'categories'>) {
  const { t } = useTranslation('rubric');
  return ({ stageId, categoryId }: Scope): string => {
    const stage = stages.find(({ id }) => id === stageId)?.name;
    const category = categories.find(({ id }) => id === categoryId)?.name;
    if (stage && category) return t('scope.both', { stage, category });
    if (category) return t('scope.category', { category });
    return stage ? t('scope.stage', { stage }) : t('scope.all');
  };
}
