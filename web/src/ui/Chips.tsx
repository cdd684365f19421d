import { useEffect, useRef, type ReactNode } from 'react';
import classes from './Chips.module.css';
import { Row } from './layout/Row';

interface Choice {
  value: string;
  label: ReactNode;
}

interface Props {
  label: string;
  choices: Choice[];
  /** An empty value stands for all. */
  value: string;
  onChange: (value: string) => void;
}

/** A row of choices of which one holds; it scrolls sideways on a phone. */
export function Chips({ label, choices, value, onChange }: Props) {
  const chosenIndex = choices.findIndex((choice) => choice.value === value);
  const row = useRef<HTMLDivElement>(null);
  // A choice that came with the address may lie beyond the edge of a phone.
  useEffect(() => {
    const chosen = row.current?.children[chosenIndex];
    if (!row.current || !(chosen instanceof HTMLElement)) return;
    row.current.scrollLeft = chosen.offsetLeft - (row.current.clientWidth - chosen.offsetWidth) / 2;
  }, [chosenIndex]);
  return (
    <Row gap={2} align="stretch" nowrap ref={row} className={classes.chips} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={classes.chip}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </Row>
  );
}
