import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/useLanguage';
import { QuestionFigure } from '../../../ui/chart/QuestionFigure';
import { Columns } from '../../../ui/layout/Columns';
import { DataTable } from '../../../ui/layout/DataTable';
import { drift, histogram, mean, type Total } from './my-marks';
import classes from './MyMarks.module.css';
import { TotalsLine } from './TotalsLine';

/** Fewer points apart than this is what marks do by themselves. */
const noticeable = 2;

/** A judge's own totals, how they are spread and how they go on: a mirror, and not a comparison with others. */
export function MyMarks({ totals }: { totals: readonly Total[] }) {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const points = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const bins = histogram(totals);
  const most = bins.reduce((a, b) => (b.count > a.count ? b : a));
  const lift = drift(totals);
  const difference = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.abs(lift ?? 0));
  const answer = () => {
    if (lift === null) return t('mine.tooFew');
    if (Math.abs(lift) < noticeable) return t('mine.steady', { points: difference });
    return lift > 0 ? t('mine.milder', { points: difference }) : t('mine.stricter', { points: difference });
  };
  return (
    <Columns from="always" sizes="repeat(auto-fit, minmax(min(100%, 24rem), 1fr))" gap={4}>
      <QuestionFigure
        question={t('mine.spread')}
        answer={t('mine.spreadAnswer', {
          count: most.count,
          total: totals.length,
          from: most.from,
          to: most.from + 10,
          mean: points.format(mean(totals)),
        })}
        table={
          <DataTable
            columns={[t('mine.range'), t('mine.sheets')]}
            rows={bins.map(({ from, count }) => [`${from}–${from + 10}`, count])}
          />
        }
      >
        <Columns
          as="ol"
          from="always"
          sizes="repeat(10, minmax(0, 1fr))"
          gap={1}
          className={classes.bars}
          aria-hidden="true"
        >
          {bins.map(({ from, count }) => (
            <li key={from} style={{ '--share': count / Math.max(most.count, 1) }}>
              <span className={classes.count}>{count > 0 && count}</span>
              <span className={classes.bar} />
              <span className={classes.tick}>{from}</span>
            </li>
          ))}
        </Columns>
      </QuestionFigure>
      <QuestionFigure
        question={t('mine.drift')}
        answer={answer()}
        table={
          <DataTable
            columns={[t('mine.entry'), t('sheet.total')]}
            rows={totals.map(({ number, title, total }) => [`${number} ${title}`, points.format(total)])}
          />
        }
      >
        <TotalsLine totals={totals.map(({ total }) => total)} mean={mean(totals)} label={t('mine.mean')} />
      </QuestionFigure>
    </Columns>
  );
}
