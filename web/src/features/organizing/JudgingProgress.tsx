import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { QuestionFigure } from '../../ui/chart/QuestionFigure';
import { StackedBar } from '../../ui/chart/StackedBar';
import type { RankingRow } from './ranking';

interface Props {
  desk: { sheetsAssigned: number; sheetsSubmitted: number; judgesWithoutMarks: number };
  rows: readonly RankingRow[];
  /** Whether `rows` are all entries there are. */
  isWhole: boolean;
}

/** A few numbers that need no drawing library. */
export function JudgingProgress({ desk, rows, isWhole }: Props) {
  const { t } = useTranslation('organizing');
  const number = new Intl.NumberFormat(useLanguage());
  const { sheetsAssigned: assigned, sheetsSubmitted: submitted } = desk;
  if (assigned === 0) return null;
  const full = rows.filter((row) => row.sheetsAssigned > 0 && row.sheetsSubmitted >= row.sheetsAssigned).length;
  const none = rows.filter((row) => row.sheetsSubmitted === 0).length;
  const part = (id: string, value: number, label: string) => ({ id, value, label, text: number.format(value) });
  return (
    <QuestionFigure
      id="judging"
      question={t('charts.judging')}
      answer={t('charts.judgingAnswer', {
        submitted,
        assigned,
        percent: Math.floor((submitted / assigned) * 100),
      })}
    >
      <StackedBar
        parts={[
          part('submitted', submitted, t('charts.sheetsSubmitted')),
          part('outstanding', assigned - submitted, t('charts.sheetsOutstanding')),
        ]}
      />
      {rows.length > 0 && (
        <p>{isWhole ? t('charts.entriesBySheets') : t('charts.entriesBySheetsShown', { count: rows.length })}</p>
      )}
      {rows.length > 0 && (
        <StackedBar
          parts={[
            part('full', full, t('charts.allSheets')),
            part('some', rows.length - full - none, t('charts.someSheets')),
            part('none', none, t('charts.noSheets')),
          ]}
        />
      )}
      {desk.judgesWithoutMarks > 0 && <p>{t('charts.idleJudges', { count: desk.judgesWithoutMarks })}</p>}
    </QuestionFigure>
  );
}
