import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useScheme } from '../style/scheme';
import { init } from './echarts';

/** Colors of the page as it is now, light or dark. */
export interface Palette {
  ink: string;
  faint: string;
  line: string;
  laurel: string;
  surface: string;
  font: string;
  /** Apart in hue and in lightness, for the parts of a stack. */
  parts: string[];
}

interface Props {
  optionOf: (palette: Palette) => EChartsCoreOption;
  height: number;
}

function paletteOf(element: Element, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    faint: token('--ink-faint'),
    line: token('--line'),
    laurel: token('--laurel-fill'),
    surface: token('--surface'),
    // Text is measured before it is drawn, so "inherit" would not do.
    font: style.fontFamily,
    parts: isDark
      ? ['#74cba7', '#d9b45c', '#7fb0d6', '#f28579', '#b9a3d8', '#98a59e']
      : ['#1f6f54', '#c59a3d', '#3d7096', '#b3533f', '#75629b', '#8a948f'],
  };
}

/** Draws on its own element; whoever uses it says the same in words or in a table. */
export function EChart({ optionOf, height }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const scheme = useScheme();

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const drawn = init(element, null, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    if (!box.current || !chart.current) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // Merged and not replaced: a bar grows from where it was when a new mark comes in.
    chart.current.setOption(
      { animation: !isStill, animationDuration: 300, ...optionOf(paletteOf(box.current, scheme === 'dark')) },
      true,
    );
  }, [optionOf, scheme]);

  return <div ref={box} style={{ height }} aria-hidden="true" />;
}
