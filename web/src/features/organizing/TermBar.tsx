import { useTranslation } from 'react-i18next';
import { plainDecimal } from '../../ui/text/decimals';
import classes from './Result.module.css';
import type { ResultRow } from './useResult';

export interface TermStage {
  id: string;
  name: string;
  weight: string;
  form: ResultRow['terms'][number]['form'];
}

const strengths = ['100%', '62%', '36%', '18%'];
const strengthOf = (place: number) => ({ '--strength': strengths[Math.min(place, strengths.length - 1)] });

/** Which shade is which stage, how much it weighs and in which form it comes in. */
export function TermKey({ stages }: { stages: readonly TermStage[] }) {
  const { t } = useTranslation('organizing');
  return (
    <ul className={classes.keys}>
      {stages.map(({ id, name, weight, form }, place) => (
        <li key={id}>
          <span className={classes.key} style={strengthOf(place)} aria-hidden="true" />
          {t('result.key', { stage: name, weight: plainDecimal(weight), form: t(`result.forms.${form}`) })}
        </li>
      ))}
    </ul>
  );
}

/** What each stage adds to one result: drawn to scale, and reckoned in numbers. */
export function TermBar({ terms, stages }: { terms: ResultRow['terms']; stages: readonly TermStage[] }) {
  const { t } = useTranslation('organizing');
  const placeOf = (id: string) => stages.findIndex((stage) => stage.id === id);
  if (terms.length === 0) return <span className={classes.none}>{t('result.none')}</span>;
  // A result that is one stage alone may be on a scale of its own.
  const whole = Math.max(
    100,
    terms.reduce((sum, { part }) => sum + Number(part), 0),
  );
  return (
    <div className={classes.terms}>
      <div className={classes.bar} aria-hidden="true">
        {terms.map(({ stage, part }) => (
          <span
            key={stage.id}
            style={{ ...strengthOf(placeOf(stage.id)), width: `${(Number(part) / whole) * 100}%` }}
          />
        ))}
      </div>
      <ul className={classes.parts}>
        {terms.map(({ stage, weight, value, part }) => (
          <li key={stage.id}>{t('result.part', { stage: stage.name, value, weight: plainDecimal(weight), part })}</li>
        ))}
      </ul>
    </div>
  );
}
