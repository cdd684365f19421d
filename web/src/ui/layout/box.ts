import type { ComponentPropsWithRef, ElementType } from 'react';

/** Quarters of a rem: 4 is 1rem. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8 | 12;

export interface BoxProps {
  /** Between children, in both directions. */
  gap?: Step;
  /** Between lines, where it is not the same as between columns. */
  rowGap?: Step;
  align?: 'start' | 'center' | 'end' | 'baseline' | 'stretch';
  /** A surface of its own (plain, with a shadow, with the strong border of what can be changed, sunken), or a line above or between. */
  tone?: 'plain' | 'raised' | 'strong' | 'sunken' | 'ruled' | 'divided';
  pad?: 0 | 2 | 3 | 4 | 5 | 6;
  /** Where it is not the same on all sides. */
  padInline?: 3 | 4 | 5 | 6;
  padBlock?: 1 | 2 | 3 | 4;
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
  { gap, rowGap, align, tone, pad, padInline, padBlock, className, ...rest }: BoxProps & Rest,
) {
  const classes = [
    name,
    gap && `gap-${gap}`,
    rowGap !== undefined && `row-gap-${rowGap}`,
    align && `align-${align}`,
    tone && `tone-${tone}`,
    pad && `pad-${pad}`,
    padInline && `pad-inline-${padInline}`,
    padBlock && `pad-block-${padBlock}`,
    className,
  ];
  return { ...rest, className: classes.filter(Boolean).join(' ') };
}
