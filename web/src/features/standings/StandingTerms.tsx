import { useTranslation } from 'react-i18next';
import type { StandingRow_standingFragment } from '../../gql/StandingRow_standing';
import { plainDecimal } from '../../ui/text/decimals';
import classes from './Standings.module.css';

/** What each stage and the public vote added to a published score. */
export function StandingTerms({ terms }: Pick<StandingRow_standingFragment, 'terms'>) {
  const { t } = useTranslation('entries');
  if (terms.length === 0) return null;
  return (
    <details className={classes.terms}>
      <summary>{t('results.terms')}</summary>
      <ul>
        {terms.map(({ stage, form, value, weight, part }) => (
          <li key={stage.id}>
            {t('results.term', {
              stage: stage.name,
              form: t(`results.forms.${form}`),
              value,
              weight: plainDecimal(weight),
              part,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
