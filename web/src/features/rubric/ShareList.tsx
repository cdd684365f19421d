import { useTranslation } from 'react-i18next';
import { textIn } from '../../forms/texts';
import { useLanguage } from '../../i18n/useLanguage';
import { StackedBar } from '../../ui/chart/StackedBar';
import { sharesOf } from './criteria';
import type { CriterionDraft } from './draft';
import { useNumbers } from './useNumbers';

/** What each criterion weighs of the whole, side by side. */
export function ShareList({ criteria }: { criteria: readonly CriterionDraft[] }) {
  const { t } = useTranslation('rubric');
  const language = useLanguage();
  const { percent } = useNumbers();
  const shares = sharesOf(criteria);
  return (
    <StackedBar
      parts={criteria.map(({ id, name }, place) => ({
        id,
        label: textIn(language, name) || t('criterion.untitled', { place: place + 1 }),
        value: shares[place] ?? 0,
        text: percent(shares[place] ?? 0),
      }))}
    />
  );
}
