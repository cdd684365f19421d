import { formatDecimal, parseDecimal, type Scale } from './decimal';

/** What marks from here up to the next level stand for; from the lowest up. */
export interface Level {
  from: string;
  wording: string;
}

/** The level in which a mark lies; none below the first. */
export function levelAt<One extends Level>(levels: readonly One[], mark: bigint): One | undefined {
  return levels.findLast(({ from }) => (parseDecimal(from) ?? 0n) <= mark);
}

/** From where to where a level goes, as "7–8.5": up to one step below the next. */
export function rangeOf(levels: readonly Level[], level: Level, { maximum, step }: Scale): string {
  const next = levels[levels.indexOf(level) + 1];
  const value = (text: string) => parseDecimal(text) ?? 0n;
  const last = next ? value(next.from) - value(step) : value(maximum);
  const first = value(level.from);
  return last <= first ? formatDecimal(first) : `${formatDecimal(first)}–${formatDecimal(last)}`;
}
