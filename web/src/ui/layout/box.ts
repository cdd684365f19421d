import type { ComponentPropsWithRef, CSSProperties, ElementType } from 'react';

/** Quarters of a rem: 4 is 1rem. */
type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8 | 12;

export interface BoxProps {
  /** Between children, in both directions. */
  gap?: Step;
  /** Between lines, where it is not the same as between columns. */
  rowGap?: Step;
  align?: 'start' | 'center' | 'end' | 'baseline' | 'stretch';
  /** A surface of its own (plain, with a shadow, with the strong border of what can be changed, sunken, or gold for what needs a look), or a line above or between. */
  tone?: 'plain' | 'raised' | 'strong' | 'sunken' | 'gold' | 'ruled' | 'divided';
  pad?: Step;
  /** Where it is not the same on all sides. */
  padInline?: Step;
  padBlock?: Step;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/** The part's own props, and those of the element it is. */
export type PropsAs<Tag extends ElementType, Own> = Own & { as?: Tag } & Omit<
    ComponentPropsWithRef<Tag>,
    keyof Own | 'as'
  >;

const rem = (step: Step): string => `${step / 4}rem`;

/**
 * Turns the props that all layout parts share into classes and custom properties of layout.css, so that a module's class
 * can still say otherwise. Each is set on every part: a nested one would inherit it.
 */
export function box<Rest>(
  name: string,
  {
    gap = 0,
    rowGap = gap,
    align,
    tone,
    pad,
    padInline = pad,
    padBlock = pad,
    className,
    style,
    ...rest
  }: BoxProps & Rest,
) {
  const isPadded = padInline !== undefined || padBlock !== undefined;
  return {
    ...rest,
    className: [name, isPadded && 'padded', tone && `tone-${tone}`, className].filter(Boolean).join(' '),
    style: {
      '--gap': `${rem(rowGap)} ${rem(gap)}`,
      '--align': align ?? 'initial',
      ...(isPadded && { '--pad': `${rem(padBlock ?? 0)} ${rem(padInline ?? 0)}` }),
      ...style,
    },
  };
}
