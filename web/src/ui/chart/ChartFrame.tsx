import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, type ReactNode } from 'react';
import type { Palette } from './EChart';
import { QuestionFigure } from './QuestionFigure';

const EChart = lazy(() => import('./EChart').then((module) => ({ default: module.EChart })));

interface Props {
  id?: string;
  question: string;
  answer: ReactNode;
  optionOf: (palette: Palette) => EChartsCoreOption;
  height: number;
  /** The same numbers as a table. */
  table: ReactNode;
}

/** A question with a chart for an answer. */
export function ChartFrame({ optionOf, height, ...figure }: Props) {
  return (
    <QuestionFigure {...figure}>
      <Suspense fallback={<Skeleton height={height} />}>
        <EChart optionOf={optionOf} height={height} />
      </Suspense>
    </QuestionFigure>
  );
}
