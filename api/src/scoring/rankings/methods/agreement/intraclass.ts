import { type Scale } from '../contract.ts';
import { type Fraction, minus, over, plus, times, zero } from '../fraction.ts';
import { exactTotal, type PreparedPool, sheetTotals } from '../pool/index.ts';

export type NoIntraclass = 'TOO_FEW_ENTRIES' | 'NO_REPEATS' | 'NO_DIFFERENCES';

const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n });

/**
 * ICC(1,1), one-way random effects, for a single sheet (Shrout & Fleiss 1979), with the usual k0 for unequal numbers of
 * judges (Snedecor & Cochran): over n entries with k_i complete sheets, N in all, with sums S_i and S,
 *
 *     MSB = (Σ S_i² ÷ k_i − S² ÷ N) ÷ (n − 1)      MSW = (Σ t² − Σ S_i² ÷ k_i) ÷ (N − n)
 *     k0 = (N − Σ k_i² ÷ N) ÷ (n − 1)              ICC = (MSB − MSW) ÷ (MSB + (k0 − 1) · MSW)
 *
 * The share of the differences between sheets that is due to the entries: 1 if judges always agree, 0 or below if a sheet
 * tells nothing about the entry.
 */
export function intraclass(pool: PreparedPool, scale: Scale): Fraction | NoIntraclass {
  const totals = sheetTotals(pool, scale);
  /** By the number of sheets: how many entries have it, and Σ S_i² over them. */
  const bySize = new Map<number, { entries: number; squares: bigint }>();
  let sum = 0n;
  let squares = 0n;
  for (let entry = 0; entry < pool.pool.entries.length; entry++) {
    let own = 0n;
    let size = 0;
    for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
      if (!totals.isComplete[s]) continue;
      const total = exactTotal(totals, totals.order[s]!);
      own += total;
      squares += total * total;
      size++;
    }
    if (size === 0) continue;
    sum += own;
    const before = bySize.get(size) ?? { entries: 0, squares: 0n };
    bySize.set(size, { entries: before.entries + 1, squares: before.squares + own * own });
  }
  const sizes = [...bySize];
  const entries = sizes.reduce((all, [, group]) => all + group.entries, 0);
  const sheets = sizes.reduce((all, [size, group]) => all + size * group.entries, 0);
  if (entries < 2) return 'TOO_FEW_ENTRIES';
  if (sheets === entries) return 'NO_REPEATS';
  const between = sizes.reduce((all, [size, group]) => plus(all, { n: group.squares, d: BigInt(size) }), zero);
  const sizeSquares = sizes.reduce((all, [size, group]) => all + size * size * group.entries, 0);
  const msb = over(minus(between, { n: sum * sum, d: BigInt(sheets) }), whole(entries - 1));
  const msw = over(minus(whole(squares), between), whole(sheets - entries));
  const k0 = over(minus(whole(sheets), { n: BigInt(sizeSquares), d: BigInt(sheets) }), whole(entries - 1));
  const all = plus(msb, times(minus(k0, whole(1)), msw));
  return all.n === 0n ? 'NO_DIFFERENCES' : over(minus(msb, msw), all);
}
