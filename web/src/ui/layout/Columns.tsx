import type { ElementType } from 'react';
import { box, type BoxProps, type PropsAs } from './box';

interface ColumnsProps extends BoxProps {
  /** As many columns as fit when none is narrower than this, such as "15rem". */
  min?: string;
  /** The columns, as in `grid-template-columns`: two alike unless it says otherwise. */
  sizes?: string;
  /** From which width of the screen on there are columns at all: 40, 48 or 62em, or always. */
  from?: 'phone' | 'tablet' | 'desk' | 'always';
}

/** Children beside each other in columns, below each other where the screen is too narrow. */
export function Columns<Tag extends ElementType = 'div'>({
  as,
  min,
  sizes = min ? `repeat(auto-fill, minmax(min(${min}, 100%), 1fr))` : 'repeat(2, minmax(0, 1fr))',
  from = min ? 'always' : 'tablet',
  style,
  ...props
}: PropsAs<Tag, ColumnsProps>) {
  const Element: ElementType = as ?? 'div';
  return <Element {...box(`columns columns-${from}`, { ...props, style: { '--sizes': sizes, ...style } })} />;
}
