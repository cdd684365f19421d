import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './ScoringFields.module.css';

interface Props {
  parts: readonly { id: string; name: string; share: number; isThis: boolean }[];
}

/** Which part decides how much of the result. */
export function ShareBar({ parts }: Props) {
  const { t } = useTranslation('scoring-wizard');
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  const shown = parts.filter(({ share, isThis }) => share > 0 || isThis);
  return (
    <div className={classes.shares}>
      <b>{t('result.shares')}</b>
      <div className={classes.bar} aria-hidden="true">
        {shown.map(({ id, share, isThis }) => (
          <span key={id} data-this={isThis || undefined} style={{ flex: share }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {shown.map(({ id, name, share, isThis }) => (
          <li key={id}>
            <span className={classes.key} data-this={isThis || undefined} aria-hidden="true" />
            <span>{isThis ? <b>{name}</b> : name}</span>
            <span>{number.format(share)}%</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
