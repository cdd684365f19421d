import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sentences } from '../../i18n/sentences';
import { useLanguage } from '../../i18n/useLanguage';
import { ChartFrame } from '../../ui/chart/ChartFrame';
import type { Palette } from '../../ui/chart/EChart';
import { DataTable } from '../../ui/layout/DataTable';
import { nightsOf, wholeHours, type Hour } from './hours';

interface Props {
  hours: readonly Hour[];
  timeZone: string;
}

/** Votes hour by hour, what counts below and what is held above it; nights are shaded. */
export function HoursChart({ hours, timeZone }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  const points = useMemo(() => wholeHours(hours), [hours]);
  const hourName = useMemo(() => {
    const format = new Intl.DateTimeFormat(language, {
      timeZone,
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return (at: number) => format.format(at);
  }, [language, timeZone]);
  const optionOf = useMemo(() => {
    const dayName = new Intl.DateTimeFormat(language, { timeZone, month: 'short', day: 'numeric' });
    const names = [t('balance.counted'), t('balance.held')] as const;
    return (palette: Palette) => {
      const colors = [palette.laurel, palette.parts[1] ?? palette.ink];
      return {
        color: colors,
        textStyle: { fontFamily: palette.font, color: palette.ink },
        grid: { left: 8, right: 12, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        legend: { top: 0, left: 0, textStyle: { color: palette.ink, fontSize: 14 }, itemWidth: 14, icon: 'rect' },
        tooltip: {
          trigger: 'axis',
          backgroundColor: palette.surface,
          borderColor: palette.line,
          textStyle: { color: palette.ink },
        },
        xAxis: {
          type: 'category',
          boundaryGap: false,
          data: points.map(({ at }) => hourName(at)),
          axisLabel: {
            color: palette.faint,
            hideOverlap: true,
            formatter: (_name: string, index: number) => dayName.format(points[index]?.at),
            interval: (index: number) => startsDay(points[index]?.at, timeZone),
          },
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
          {
            name: names[0],
            type: 'line',
            stack: 'votes',
            step: 'middle',
            showSymbol: points.length === 1,
            lineStyle: { width: 1 },
            areaStyle: { opacity: 0.75 },
            data: points.map(({ counted }) => counted),
            markArea: {
              silent: true,
              itemStyle: { color: palette.ink, opacity: 0.06 },
              data: nightsOf(points, timeZone).map((night) => night.map((at) => ({ xAxis: placeOf(at, points) }))),
            },
          },
          {
            name: names[1],
            type: 'line',
            stack: 'votes',
            step: 'middle',
            showSymbol: points.length === 1,
            // A line would be drawn along the counted votes where nothing is held.
            lineStyle: { width: 0 },
            areaStyle: { opacity: 1 },
            data: points.map(({ held }) => held),
          },
        ],
      };
    };
  }, [points, hourName, language, timeZone, t]);
  if (points.length === 0) return null;
  const number = new Intl.NumberFormat(language);
  const busiest = points.reduce((most, hour) => (hour.counted + hour.held > most.counted + most.held ? hour : most));
  const held = points.reduce((sum, hour) => sum + hour.held, 0);
  return (
    <ChartFrame
      question={t('hours.question')}
      answer={sentences(
        language,
        t('hours.busiest', { hour: hourName(busiest.at), count: busiest.counted + busiest.held }),
        t('hours.held', { count: held }),
        t('hours.nights'),
      )}
      height={280}
      optionOf={optionOf}
      table={
        <DataTable
          columns={[t('hours.hour'), t('balance.counted'), t('balance.held')]}
          rows={hours.map((hour) => [
            hourName(Date.parse(hour.startsAt)),
            number.format(hour.counted),
            number.format(hour.held),
          ])}
        />
      }
    />
  );
}

/** On the axis; a night may end after the last vote. */
const placeOf = (at: number, points: readonly { at: number }[]): number =>
  Math.min(Math.round((at - (points[0]?.at ?? at)) / 3_600_000), points.length - 1);

/** The first hour of a day bears the day's name. */
const startsDay = (at: number | undefined, timeZone: string): boolean =>
  at !== undefined &&
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at) === '00';
