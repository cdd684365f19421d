import { Stack } from '../../../ui/layout/Stack';
import { rangeOf, type Level } from './levels';
import classes from './LevelList.module.css';
import type { Scale } from './decimal';

interface Props {
  /** Names the current level, for the box that it describes. */
  id: string;
  levels: readonly Level[];
  current: Level | undefined;
  scale: Scale;
}

/** What marks stand for, all of them, from the highest down. */
export function LevelList({ id, levels, current, scale }: Props) {
  return (
    <Stack as="dl" gap={1} className={classes.levels}>
      {levels.toReversed().map((level) => (
        <div key={level.from} data-current={level === current || undefined}>
          <dt>{rangeOf(levels, level, scale)}</dt>
          <dd id={level === current ? id : undefined}>{level.wording}</dd>
        </div>
      ))}
    </Stack>
  );
}
