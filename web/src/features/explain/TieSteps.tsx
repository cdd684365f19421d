import { useTranslation } from 'react-i18next';
import { useTieWords } from '../../words/useTieWords';
import type { WorksheetView } from './worksheet-view';
import classes from './Worksheet.module.css';

interface Props {
  tie: NonNullable<WorksheetView['tie']>;
  criteria: readonly { key: string; name: string }[];
  /** The entry it is about. */
  own: string;
}

/** What each step of the ladder says of the entries with the same total. */
export function TieSteps({ tie: { entries, steps, rows }, criteria, own }: Props) {
  const { t } = useTranslation('explain');
  const words = useTieWords(criteria);
  return (
    <>
      <p>{t('worksheet.tieText', { count: entries })}</p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('worksheet.tie')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('worksheet.rank')}</th>
              <th scope="col">{t('worksheet.entry')}</th>
              {steps.map((step) => (
                <th key={step} scope="col">
                  {words(step).name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ entry, rank, values }) => (
              <tr key={entry.id} data-own={entry.id === own || undefined}>
                <td>{rank}</td>
                <th scope="row">{t('entry', { number: entry.number, title: entry.title })}</th>
                {steps.map((step, index) => (
                  <td key={step} className={classes.value}>
                    {values[index] || '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
