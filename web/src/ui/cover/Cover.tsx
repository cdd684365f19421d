import { memo } from 'react';
import classes from './Cover.module.css';
import { height, patterns, width, type PatternName } from './patterns';
import { randomFrom } from './random';

interface Props {
  /** The same seed always draws the same cover. */
  seed: string;
  pattern: PatternName;
  /** 0 to 360. */
  hue: number;
}

/** A picture for what has no picture of its own. */
export const Cover = memo(function Cover({ seed, pattern, hue }: Props) {
  const random = randomFrom(seed);
  const strokes = patterns[pattern](random);
  const shade = Math.round(hue + (random() - 0.5) * 24);
  return (
    <svg
      className={classes.cover}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      style={{ '--hue': shade }}
      aria-hidden="true"
    >
      {strokes.map(({ d, tone, width: line }, index) => (
        <path
          key={index}
          d={d}
          className={classes[`tone${tone}`]}
          data-line={line ? true : undefined}
          strokeWidth={line}
        />
      ))}
    </svg>
  );
});
