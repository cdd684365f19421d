import classes from './Ring.module.css';

interface Props {
  /** Parts of `total`, the second including the first: what is done, and what is begun. */
  done: number;
  begun?: number;
  total: number;
  size?: number;
  label: string;
}

const radius = 42;
const length = 2 * Math.PI * radius;

/** How much of a task is done, with the two numbers inside. */
export function Ring({ done, begun = done, total, size = 112, label }: Props) {
  const share = (part: number) => `${total > 0 ? (part / total) * length : 0} ${length}`;
  return (
    <svg viewBox="0 0 100 100" width={size} height={size} role="img" aria-label={label} className={classes.ring}>
      <circle cx="50" cy="50" r={radius} className={classes.track} />
      {begun > done && <circle cx="50" cy="50" r={radius} className={classes.begun} strokeDasharray={share(begun)} />}
      {done > 0 && <circle cx="50" cy="50" r={radius} className={classes.done} strokeDasharray={share(done)} />}
      <text x="50" y="44" className={classes.number}>
        {done}
      </text>
      <text x="50" y="69" className={classes.total}>
        / {total}
      </text>
    </svg>
  );
}
