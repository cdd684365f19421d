import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './RubricTable.module.css';
import type { HeldRubric } from './rubrics';

interface Props {
  held: HeldRubric;
  /** Weights are shares of the whole, factors are multiplied by. */
  scale: 'PERCENT' | 'FACTORS';
}

/** What judges mark, what each criterion weighs, and what its numbers mean. */
export function RubricTable({ held: { rubric, categories }, scale }: Props) {
  const { t } = useTranslation('scoring-rule');
  const language = useLanguage();
  const list = new Intl.ListFormat(language);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const plain = (decimal: string) => number.format(Number(decimal));
  const whole = rubric.criteria.reduce((sum, { weight }) => sum + Number(weight), 0) || 1;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <section className={classes.rubric}>
      <h4>{categories.length > 0 ? t('rubric.for', { categories: list.format(categories) }) : t('rubric.forAll')}</h4>
      <ul className={classes.criteria}>
        {rubric.criteria.map(({ id, name, weight, minimum, maximum, step, levels }) => (
          <li key={id} className={classes.criterion}>
            <p className={classes.head}>
              <b>{name}</b>
              <span className={classes.weight}>
                {scale === 'FACTORS' ? `× ${plain(weight)}` : percent.format(Number(weight) / whole)}
              </span>
              <span className={classes.scale}>
                {t('rubric.scale', { minimum: plain(minimum), maximum: plain(maximum), step: plain(step) })}
              </span>
            </p>
            {levels.length > 0 && (
              <ul className={classes.levels}>
                {levels.map(({ from, wording }) => (
                  <li key={from}>
                    <span>{t('rubric.from', { from: plain(from) })}</span> {wording}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {rubric.requiresComment && <p className={classes.scale}>{t('rubric.comment')}</p>}
    </section>
  );
}
