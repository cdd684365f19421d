import type { ElementType } from 'react';
import { box, type BoxProps, type PropsAs } from './box';

interface RowProps extends BoxProps {
  justify?: 'between' | 'center' | 'end';
  nowrap?: boolean;
}

/** Children beside each other, centred on their line, on as many lines as they need. */
export function Row<Tag extends ElementType = 'div'>({ as, justify, nowrap, ...props }: PropsAs<Tag, RowProps>) {
  const Element: ElementType = as ?? 'div';
  const name = ['row', justify && `row-${justify}`, nowrap && 'row-nowrap'].filter(Boolean).join(' ');
  return <Element {...box(name, props)} />;
}
