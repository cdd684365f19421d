import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './StepFields.module.css';

/** Who decides how much: the judges and the public, side by side. */
export function WeightBar({ weight }: { weight: number }) {
  const { t } = useTranslation('rule-wizard');
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  const parts = [
    { id: 'judges', share: 100 - weight },
    { id: 'public', share: weight },
  ] as const;
  return (
    <div className={classes.shares}>
      {parts.map(
        ({ id, share }) =>
          share > 0 && (
            <span key={id} data-part={id} style={{ flexGrow: share }}>
              {t(`weight.${id}`, { share: number.format(share) })}
            </span>
          ),
      )}
    </div>
  );
}
