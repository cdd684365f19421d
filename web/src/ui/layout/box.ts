import type { ComponentPropsWithRef, ElementType } from 'react';

/** Quarters of a rem: 4 is 1rem. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8 | 12;

export interface BoxProps {
  /** Between children, in both directions. */
  gap?: Step;
  /** Between lines, where it is not the same as between columns. */
  rowGap?: Step;
  align?: 'start' | 'center' | 'end' | 'baseline' | 'stretch';
  /** A surface of its own: with a border, with a shadow, a strong border for what can be changed, or sunken. */
  tone?: 'plain' | 'raised' | 'strong' | 'sunken';
  pad?: Step;
  /** Left and right, where it is not the same as above and below. */
  padInline?: Step;
  className?: string | undefined;
}

/** The part's own props, and those of the element it is. */
export type PropsAs<Tag extends ElementType, Own> = Own & { as?: Tag } & Omit<
    ComponentPropsWithRef<Tag>,
    keyof Own | 'as'
  >;

/** Turns the props that all layout parts share into the classes of layout.css. */
export function box<Rest>(
  name: string,
  { gap, rowGap, align, tone, pad, padInline, className, ...rest }: BoxProps & Rest,
) {
  const classes = [
    name,
    gap && `gap-${gap}`,
    rowGap !== undefined && `row-gap-${rowGap}`,
    align && `align-${align}`,
    tone && `tone-${tone}`,
    pad && `pad-${pad}`,
    padInline && `pad-inline-${padInline}`,
    className,
  ];
  return { ...rest, className: classes.filter(Boolean).join(' ') };
}
