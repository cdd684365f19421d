import { useTranslation } from 'react-i18next';
import type { WorksheetView } from './worksheet-view';
import { Notice } from '../../ui/Notice';
import { withPlaces } from '../../ui/decimals';
import { CriterionSteps } from './CriterionSteps';
import { ExactText } from './ExactText';
import { SheetSteps } from './SheetSteps';
import { TieSteps } from './TieSteps';
import classes from './Worksheet.module.css';

/** The score of an entry, step by step, so that anybody can check it with a pencil. */
export function Worksheet({ sheet }: { sheet: WorksheetView }) {
  const { t } = useTranslation('explain');
  const { rule, criteria, sum, total, reason, counted } = sheet;
  const places = rule.totalPlaces;
  const byCriterion = criteria.length > 0 && criteria.every(({ factoredScore }) => factoredScore !== null);
  return (
    <div className={classes.worksheet}>
      <p className={classes.intro}>
        {t('worksheet.counted', { count: counted })} {t(`worksheet.method.${rule.method}`)}
      </p>
      <section className={classes.step}>
        <h2>{t('worksheet.marks')}</h2>
        <p>{t('worksheet.marksText')}</p>
        <CriterionSteps criteria={criteria} rule={rule} />
      </section>
      {!byCriterion && (
        <section className={classes.step}>
          <h2>{t('worksheet.sheets')}</h2>
          <p>{t('worksheet.sheetsText')}</p>
          <SheetSteps sheets={sheet.sheets} />
        </section>
      )}
      <section className={classes.step}>
        <h2>{t('worksheet.score')}</h2>
        {total === null ? (
          <Notice>{reason && t(`worksheet.reason.${reason}`, { quorum: rule.quorum })}</Notice>
        ) : (
          <p className={classes.sum}>
            {byCriterion && (
              <span>
                {criteria.map(({ factoredScore }) => factoredScore).join(' + ')}
                {' = '}
              </span>
            )}
            {sum && <ExactText number={sum} />} <span aria-hidden="true">→</span>{' '}
            <b data-total>{withPlaces(total, places)}</b>
            <small>{t('worksheet.rounded', { count: places })}</small>
          </p>
        )}
      </section>
      {sheet.tie && (
        <section className={classes.step}>
          <h2>{t('worksheet.tie')}</h2>
          <TieSteps tie={sheet.tie} criteria={criteria.map(({ criterion }) => criterion)} own={sheet.entry.id} />
        </section>
      )}
    </div>
  );
}
