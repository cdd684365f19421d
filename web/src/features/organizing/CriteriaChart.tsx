import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { twoDecimals } from '../../ui/text/decimals';
import { ChartFrame } from '../../ui/chart/ChartFrame';
import { contributions, liftOf, type Criterion, type RankingRow } from './ranking';
import type { Palette } from '../../ui/chart/EChart';
import { DataTable } from '../../ui/layout/DataTable';

const shown = 20;

interface Props {
  rows: readonly RankingRow[];
  criteria: readonly Criterion[];
  /** The most that a score can be. */
  whole: number;
}

/** Where the points of the first twenty come from, criterion by criterion. */
export function CriteriaChart({ rows, criteria, whole }: Props) {
  const { t } = useTranslation('organizing');
  const language = useLanguage();
  const first = useMemo(() => rows.filter(({ rank }) => rank !== null).slice(0, shown), [rows]);
  const points = useMemo(() => first.map((row) => contributions(row, criteria)), [first, criteria]);
  const optionOf = useMemo(
    () => (palette: Palette) => ({
      color: palette.parts,
      textStyle: { fontFamily: palette.font, color: palette.ink },
      grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: { top: 0, left: 0, textStyle: { color: palette.ink, fontSize: 14 }, itemWidth: 14, icon: 'rect' },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        backgroundColor: palette.surface,
        borderColor: palette.line,
        textStyle: { color: palette.ink },
        valueFormatter: (value: unknown) => Number(value).toFixed(2),
      },
      xAxis: {
        type: 'value',
        max: whole,
        axisLabel: { color: palette.faint },
        splitLine: { lineStyle: { color: palette.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: first.map(({ rank, entry }) => `${rank}  ${entry.title}`),
        axisLabel: { color: palette.ink, width: 150, overflow: 'truncate', fontSize: 13 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.line } },
      },
      series: criteria.map(({ name }, index) => ({
        name,
        type: 'bar',
        stack: 'points',
        barWidth: '70%',
        itemStyle: { borderColor: palette.surface, borderWidth: 1 },
        data: points.map((row) => row[index] ?? 0),
      })),
    }),
    [first, points, criteria, whole],
  );
  if (first.length === 0) return null;
  const [best] = liftOf(rows, criteria, shown);
  const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <ChartFrame
      id="criteria"
      question={t('charts.criteria', { count: Math.min(shown, first.length) })}
      answer={
        best
          ? t('charts.criteriaAnswer', { criterion: best.criterion.name, points: decimals.format(best.points) })
          : t('charts.criteriaFew')
      }
      height={first.length * 26 + 70}
      optionOf={optionOf}
      table={
        <DataTable
          columns={[t('ranking.entry'), ...criteria.map(({ name }) => name), t('ranking.score')]}
          rows={first.map((row, place) => [
            `${row.rank} ${row.entry.title}`,
            ...criteria.map((_, index) => decimals.format(points[place]?.[index] ?? 0)),
            row.score && twoDecimals(row.score),
          ])}
        />
      }
    />
  );
}
