/** The scales that one press can set; a rubric may have any other. */
export const scales = {
  tenByHalf: { minimum: '0', maximum: '10', step: '0.5' },
  tenByQuarter: { minimum: '0', maximum: '10', step: '0.25' },
  hundred: { minimum: '0', maximum: '100', step: '1' },
  five: { minimum: '1', maximum: '5', step: '1' },
} as const;

export const scaleNames = ['tenByHalf', 'tenByQuarter', 'hundred', 'five'] as const satisfies (keyof typeof scales)[];
export type ScaleName = keyof typeof scales | 'own';

export interface Range {
  minimum: string;
  maximum: string;
  step: string;
}

export const scaleOf = (range: Range): ScaleName =>
  scaleNames.find((name) =>
    (['minimum', 'maximum', 'step'] as const).every((side) => Number(scales[name][side]) === Number(range[side])),
  ) ?? 'own';

/** Another scale; levels move with it: what began at 9 of 10 begins at 90 of 100. */
export function withScale<T extends Range & { scale: ScaleName; levels: { from: string }[] }>(
  criterion: T,
  scale: ScaleName,
): T {
  if (scale === 'own') return { ...criterion, scale };
  const range = scales[scale];
  const [low, width] = [Number(criterion.minimum), Number(criterion.maximum) - Number(criterion.minimum)];
  const [newLow, newWidth, step] = [
    Number(range.minimum),
    Number(range.maximum) - Number(range.minimum),
    Number(range.step),
  ];
  const moved = (from: string): string => {
    if (from.trim() === '' || Number.isNaN(Number(from)) || !(width > 0)) return from;
    const steps = Math.round((((Number(from) - low) / width) * newWidth) / step);
    return String(Math.round((newLow + steps * step) * 1000) / 1000);
  };
  return {
    ...criterion,
    scale,
    ...range,
    levels: criterion.levels.map((level) => ({ ...level, from: moved(level.from) })),
  };
}
