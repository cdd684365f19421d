import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import classes from './AdviceList.module.css';

export interface Advice {
  id: string;
  /** What to do, why, and the figure behind it. */
  what: string;
  why: string;
  figure?: string;
  /** The words on the button that does it, where one press can. */
  take?: string;
}

interface Props {
  label: string;
  advice: readonly Advice[];
  onTake: (id: string) => void;
}

/** What experience says against a rule as it is written. */
export function AdviceList({ label, advice, onTake }: Props) {
  if (advice.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={label}>
      {advice.map(({ id, what, why, figure, take }) => (
        <li key={id} className={classes.advice}>
          <IconBulb size={22} aria-hidden="true" />
          <div>
            <h3>{what}</h3>
            <p>{why}</p>
            {figure && <p className={classes.figure}>{figure}</p>}
            {take && (
              <Button variant="light" onClick={() => onTake(id)}>
                {take}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
