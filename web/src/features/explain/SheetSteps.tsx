import { useTranslation } from 'react-i18next';
import { ExactText } from './ExactText';
import type { WorksheetView } from './worksheet-view';
import classes from './Worksheet.module.css';

/** Each judge's sheet as a whole, and what the method makes of it. */
export function SheetSteps({ sheets }: { sheets: WorksheetView['sheets'] }) {
  const { t } = useTranslation('explain');
  const isAdjusted = sheets.some(({ adjusted }) => adjusted !== null);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('worksheet.judge')}</th>
            <th scope="col">{t('worksheet.total')}</th>
            {isAdjusted && <th scope="col">{t('worksheet.adjusted')}</th>}
            <th scope="col">{t('worksheet.used')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ judgeCode, total, adjusted, besides, use }) => (
            <tr key={judgeCode}>
              <th scope="row">{judgeCode}</th>
              <td>{total ? <ExactText number={total} /> : '–'}</td>
              {isAdjusted && (
                <td>
                  {adjusted ? <ExactText number={adjusted} /> : '–'}
                  {besides !== null && <small> {t('worksheet.besides', { count: besides })}</small>}
                </td>
              )}
              <td>{use && use !== 'USED' ? t(`worksheet.use.${use}`) : t('worksheet.counts')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
