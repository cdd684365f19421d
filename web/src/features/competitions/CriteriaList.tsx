import { useLanguage } from '../../i18n/useLanguage';
import classes from './CriteriaList.module.css';

interface Criterion {
  id: string;
  name: string;
  weight: string;
  guidance: string;
}

/** What judges look for, and how much each part counts. */
export function CriteriaList({ criteria }: { criteria: Criterion[] }) {
  const language = useLanguage();
  const whole = criteria.reduce((sum, { weight }) => sum + Number(weight), 0) || 1;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <ol className={classes.criteria}>
      {criteria.map(({ id, name, weight, guidance }) => {
        const share = Number(weight) / whole;
        return (
          <li key={id} className={classes.criterion}>
            <p className={classes.head}>
              <b>{name}</b>
              <span>{percent.format(share)}</span>
            </p>
            <span className={classes.track} aria-hidden="true">
              <span style={{ width: percent.format(share) }} />
            </span>
            <p className={classes.guidance}>{guidance}</p>
          </li>
        );
      })}
    </ol>
  );
}
