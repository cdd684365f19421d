import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { lookOf, type ButtonLook } from './Button';

interface Props extends ButtonLook {
  to: string;
  replace?: boolean;
  children: ReactNode;
}

/** A link to another page that asks to be pressed. */
export function ButtonLink({ to, replace = false, children, variant, color, size, px, fullWidth, className }: Props) {
  return (
    <Link to={to} replace={replace} {...lookOf({ variant, color, size, px, fullWidth, className })}>
      {children}
    </Link>
  );
}
