import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChartFrame.module.css';
import type { Palette } from './EChart';

const EChart = lazy(() => import('./EChart').then((module) => ({ default: module.EChart })));

interface Props {
  id?: string;
  /** A question; the chart is its answer. */
  question: string;
  /** The answer in a sentence, for everybody. */
  answer: ReactNode;
  optionOf: (palette: Palette) => EChartsCoreOption;
  height: number;
  /** The same numbers as a table. */
  table: ReactNode;
}

export function ChartFrame({ id, question, answer, optionOf, height, table }: Props) {
  const { t } = useTranslation('organizing');
  return (
    <figure id={id} className={classes.frame}>
      <figcaption>
        <h3>{question}</h3>
        <p>{answer}</p>
      </figcaption>
      <Suspense fallback={<Skeleton height={height} />}>
        <EChart optionOf={optionOf} height={height} />
      </Suspense>
      <details>
        <summary>{t('charts.asTable')}</summary>
        <div className={classes.table}>{table}</div>
      </details>
    </figure>
  );
}
