import { useTranslation } from 'react-i18next';
import { useTieWords } from '../../words/useTieWords';
import type { WorksheetView } from './worksheet-view';
import classes from './Worksheet.module.css';
import { DataTable } from '../../ui/layout/DataTable';

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
      <DataTable
        kind="words"
        label={t('worksheet.tie')}
        columns={[t('worksheet.rank'), t('worksheet.entry'), ...steps.map((step) => words(step).name)]}
        rows={rows.map(({ entry, rank, values }) => [
          rank,
          t('entry', { number: entry.number, title: entry.title }),
          ...steps.map((step, index) => (
            <span key={step} className={classes.value}>
              {values[index] || '–'}
            </span>
          )),
        ])}
        marked={rows.findIndex(({ entry }) => entry.id === own)}
      />
    </>
  );
}
