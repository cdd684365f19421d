import type { ReactNode } from 'react';
import classes from './ActionBar.module.css';
import { Row } from './layout/Row';

interface Props {
  children: ReactNode;
  label: string;
  /** On a desk the bar may give way to a button in the page. */
  isPhoneOnly?: boolean;
}

/**
 * The one thing to do, within a thumb's reach. Put it last in the page: it
 * sticks to the bottom of the screen and covers nothing at the page's end.
 */
export function ActionBar({ children, label, isPhoneOnly = false }: Props) {
  return (
    <section className={classes.bar} aria-label={label} data-phone-only={isPhoneOnly || undefined}>
      <Row gap={3} justify="between" nowrap className="touch">
        {children}
      </Row>
    </section>
  );
}
