import { useEffect, useRef } from 'react';
import classes from './Wizard.module.css';

/** The heading of a step; a person who goes on to another one by keys or by ear begins here. */
export function StepHeading({ step, title, intro }: { step: string; title: string; intro: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [step]);
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h2>
      <p className="soft">{intro}</p>
    </div>
  );
}
