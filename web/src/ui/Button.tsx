import type { ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './Button.module.css';

export interface ButtonLook {
  variant?: 'filled' | 'light' | 'subtle' | 'default';
  /** `seal` is for what is final or official. */
  color?: 'laurel' | 'seal' | 'gray';
  size?: 'md' | 'lg';
  /** Less room at the sides, for a button that stands among words. */
  px?: 'xs' | undefined;
  fullWidth?: boolean;
  className?: string | undefined;
}

interface Props extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'color' | 'className'> {
  /** On its way: it keeps its width and its focus and does nothing when pressed again. */
  loading?: boolean;
  children: ReactNode;
}

/** The button of the pages that everybody opens, where Mantine would be a tenth of what a phone has to load. */
export function Button({ variant, color, size, px, fullWidth, className, loading = false, onClick, ...props }: Props) {
  const { children, type = 'button', ...others } = props;
  return (
    <button
      type={type}
      {...lookOf({ variant, color, size, px, fullWidth, className })}
      data-loading={loading || undefined}
      aria-busy={loading || undefined}
      onClick={(event) => {
        if (loading) event.preventDefault();
        else onClick?.(event);
      }}
      {...others}
    >
      <span className={classes.label}>{children}</span>
    </button>
  );
}

type Look = { [Name in keyof ButtonLook]: ButtonLook[Name] | undefined };

export const lookOf = ({ variant = 'filled', color = 'laurel', size = 'md', px, fullWidth, className }: Look) => ({
  className: className ? `${classes.button} ${className}` : classes.button,
  'data-variant': variant,
  'data-color': color,
  'data-size': size,
  'data-narrow': px ? true : undefined,
  'data-full': fullWidth || undefined,
});
