import type { ElementType } from 'react';
import { box, type BoxProps, type PropsAs } from './box';

/** Children below each other. As a `ul` or `ol` it is a list without bullets. */
export function Stack<Tag extends ElementType = 'div'>({ as, ...props }: PropsAs<Tag, BoxProps>) {
  const Element: ElementType = as ?? 'div';
  return <Element {...box('stack', props)} />;
}

/** A Stack on a surface of its own. */
export function Card<Tag extends ElementType = 'div'>({
  as,
  tone = 'plain',
  pad = 4,
  ...props
}: PropsAs<Tag, BoxProps>) {
  const Element: ElementType = as ?? 'div';
  return <Element {...box('stack', { tone, pad, ...props })} />;
}
