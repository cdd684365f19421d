import { useTranslation } from 'react-i18next';
import type { WorksheetView } from './worksheet-view';
import { Notice } from '../../ui/Notice';
import { withPlaces } from '../../ui/text/decimals';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
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
    <Stack gap={8}>
      <p className="soft reading">
        {t('worksheet.counted', { count: counted })} {t(`worksheet.method.${rule.method}`)}
      </p>
      <Stack as="section" gap={3}>
        <h2>{t('worksheet.marks')}</h2>
        <p>{t('worksheet.marksText')}</p>
        <CriterionSteps criteria={criteria} rule={rule} />
      </Stack>
      {!byCriterion && (
        <Stack as="section" gap={3}>
          <h2>{t('worksheet.sheets')}</h2>
          <p>{t('worksheet.sheetsText')}</p>
          <SheetSteps sheets={sheet.sheets} />
        </Stack>
      )}
      <Stack as="section" gap={3}>
        <h2>{t('worksheet.score')}</h2>
        {total === null ? (
          <Notice>{reason && t(`worksheet.reason.${reason}`, { quorum: rule.quorum })}</Notice>
        ) : (
          <Row as="p" gap={3} rowGap={1} align="baseline" tone="plain" pad={4} className={classes.sum}>
            {byCriterion && (
              <span>
                {criteria.map(({ factoredScore }) => factoredScore).join(' + ')}
                {' = '}
              </span>
            )}
            {sum && <ExactText number={sum} />} <span aria-hidden="true">→</span>{' '}
            <b data-total>{withPlaces(total, places)}</b>
            <small>{t('worksheet.rounded', { count: places })}</small>
          </Row>
        )}
      </Stack>
      {sheet.tie && (
        <Stack as="section" gap={3}>
          <h2>{t('worksheet.tie')}</h2>
          <TieSteps tie={sheet.tie} criteria={criteria.map(({ criterion }) => criterion)} own={sheet.entry.id} />
        </Stack>
      )}
    </Stack>
  );
}
