import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { ChartFrame } from '../../ui/chart/ChartFrame';
import type { Palette } from '../../ui/chart/EChart';
import { DataTable } from '../../ui/layout/DataTable';

interface Props {
  what: 'votes' | 'entries';
  days: readonly { day: string; count: number }[];
}

/** What came in on each day of the competition's own calendar. */
export function DaysChart({ what, days }: Props) {
  const { t } = useTranslation('organizing');
  const language = useLanguage();
  const dayName = useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short', day: 'numeric' });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  }, [language]);
  const optionOf = useMemo(
    () => (palette: Palette) => ({
      textStyle: { fontFamily: palette.font, color: palette.ink },
      grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        backgroundColor: palette.surface,
        borderColor: palette.line,
        textStyle: { color: palette.ink },
      },
      xAxis: {
        type: 'category',
        data: days.map(({ day }) => dayName(day)),
        axisLabel: { color: palette.faint, hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.line } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: palette.faint },
        splitLine: { lineStyle: { color: palette.line } },
      },
      series: [
        { type: 'bar', barMaxWidth: 40, itemStyle: { color: palette.laurel }, data: days.map(({ count }) => count) },
      ],
    }),
    [days, dayName],
  );
  if (days.length === 0) return null;
  const number = new Intl.NumberFormat(language);
  const best = days.reduce((most, day) => (day.count > most.count ? day : most));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <ChartFrame
      id={`days-${what}`}
      question={t(`charts.${what}`)}
      answer={t(`charts.${what}Answer`, {
        total: number.format(total),
        day: dayName(best.day),
        most: number.format(best.count),
      })}
      height={220}
      optionOf={optionOf}
      table={
        <DataTable
          columns={[t('charts.day'), t(`charts.${what}Count`)]}
          rows={days.map(({ day, count }) => [dayName(day), number.format(count)])}
        />
      }
    />
  );
}
