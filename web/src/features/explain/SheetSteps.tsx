import { useTranslation } from 'react-i18next';
import { ExactText } from './ExactText';
import type { WorksheetView } from './worksheet-view';
import { DataTable } from '../../ui/layout/DataTable';

/** Each judge's sheet as a whole, and what the method makes of it. */
export function SheetSteps({ sheets }: { sheets: WorksheetView['sheets'] }) {
  const { t } = useTranslation('explain');
  const isAdjusted = sheets.some(({ adjusted }) => adjusted !== null);
  const exact = (number: WorksheetView['sheets'][number]['total']) => (number ? <ExactText number={number} /> : '–');
  return (
    <DataTable
      kind="words"
      columns={[
        t('worksheet.judge'),
        t('worksheet.total'),
        ...(isAdjusted ? [t('worksheet.adjusted')] : []),
        t('worksheet.used'),
      ]}
      rows={sheets.map(({ judgeCode, total, adjusted, besides, use }) => [
        judgeCode,
        exact(total),
        ...(isAdjusted
          ? [[exact(adjusted), besides !== null && ` ${t('worksheet.besides', { count: besides })}`]]
          : []),
        use && use !== 'USED' ? t(`worksheet.use.${use}`) : t('worksheet.counts'),
      ])}
    />
  );
}
