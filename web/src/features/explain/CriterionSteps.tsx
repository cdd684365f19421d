import { useTranslation } from 'react-i18next';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Card } from '../../ui/layout/Stack';
import { ExactText } from './ExactText';
import { MarkChip } from './MarkChip';
import type { WorksheetView } from './worksheet-view';
import classes from './Worksheet.module.css';

interface Props {
  criteria: WorksheetView['criteria'];
  rule: WorksheetView['rule'];
}

/** From the judges' marks on each criterion to what it adds to the score. */
export function CriterionSteps({ criteria, rule }: Props) {
  const { t } = useTranslation('explain');
  return (
    <Columns as="ol" min="22rem" gap={4}>
      {criteria.map(({ criterion, marks, mean, panelScore, factor, factoredScore }) => {
        // Nothing is rounded here unless the rule says so, and a third has no end.
        const unrounded = rule.criterionPlaces === null && mean?.fraction?.includes('/') ? mean.fraction : null;
        return (
          <Card as="li" gap={2} key={criterion.id} className={classes.criterion}>
            <h3>{criterion.name}</h3>
            <Row as="ul" gap={2} align="stretch" aria-label={t('worksheet.marksOn', { criterion: criterion.name })}>
              {marks.map(({ judgeCode, mark, use }) => (
                <MarkChip key={judgeCode} judgeCode={judgeCode} value={mark} use={use} />
              ))}
            </Row>
            {mean && panelScore !== null && (
              <p>
                {t(rule.method === 'MEDIAN' ? 'worksheet.middle' : 'worksheet.mean')} <ExactText number={mean} />
                {rule.criterionPlaces !== null && (
                  <>
                    {' '}
                    <span aria-hidden="true">→</span> <b>{panelScore}</b>{' '}
                    <small>{t('worksheet.rounded', { count: rule.criterionPlaces })}</small>
                  </>
                )}
              </p>
            )}
            {factor && factoredScore !== null && (
              <p>
                {unrounded ?? panelScore} × {factor.fraction ?? factor.decimal} {unrounded ? '≈' : '='}{' '}
                <b>{factoredScore}</b>
                {rule.factoredPlaces !== null && (
                  <small> {t('worksheet.rounded', { count: rule.factoredPlaces })}</small>
                )}
              </p>
            )}
          </Card>
        );
      })}
    </Columns>
  );
}
