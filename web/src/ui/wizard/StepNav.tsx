import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './StepNav.module.css';

interface Props {
  label: string;
  steps: readonly { id: string; name: string }[];
  step: string;
  /** Steps with something wrong in them, and steps on which there is advice; and the words for either. */
  wrong: ReadonlySet<string>;
  advised: ReadonlySet<string>;
  words: { wrong: string; advised: string };
  onGo: (step: string) => void;
}

/** The steps of a wizard; any of them may be gone to at any time. */
export function StepNav({ label, steps, step, wrong, advised, words, onGo }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const place = steps.findIndex(({ id }) => id === step);
  // On a phone the step one is at may lie beyond the edge.
  useEffect(() => {
    const current = list.current?.children[place];
    if (!list.current || !(current instanceof HTMLElement)) return;
    list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2;
  }, [place]);
  return (
    <nav aria-label={label}>
      <ol ref={list} className={classes.steps}>
        {steps.map(({ id, name }, index) => (
          <li key={id}>
            <button
              type="button"
              className={classes.step}
              aria-current={id === step ? 'step' : undefined}
              onClick={() => onGo(id)}
            >
              <span className={classes.number}>{index + 1}</span>
              <span className={classes.name}>{name}</span>
              {wrong.has(id) ? (
                <IconAlertTriangle size={16} role="img" aria-label={words.wrong} className={classes.wrong} />
              ) : (
                advised.has(id) && (
                  <IconBulb size={16} role="img" aria-label={words.advised} className={classes.advised} />
                )
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
