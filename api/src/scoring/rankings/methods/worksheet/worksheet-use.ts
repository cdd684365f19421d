import { type ScoringRule } from '../contract.ts';
import { windowOf } from '../pool/index.ts';
import { type Use } from './worksheet.types.ts';

/** Per value whether the method's window uses it; of equal values the earlier is the lower. */
export function usesOf(
  rule: Pick<ScoringRule, 'method' | 'dropLowest' | 'dropHighest'>,
  values: readonly number[],
): { uses: Use[]; used: number[] } {
  const window = windowOf(rule, values.length);
  const uses = values.map((): Use => 'DROPPED_LOWEST');
  const used: number[] = [];
  const ascending = values.map((_, index) => index).toSorted((a, b) => values[a]! - values[b]!);
  for (const [place, index] of ascending.entries()) {
    if (window && place >= window.from && place < window.to) {
      uses[index] = 'USED';
      used.push(index);
    } else if (place >= (window?.to ?? rule.dropLowest)) uses[index] = 'DROPPED_HIGHEST';
  }
  return { uses, used };
}
