import { type ScoringRule } from './contract.ts';
import { headToHead } from './head-to-head.ts';
import { NOBODY, type PreparedPool } from './prepared-pool.ts';
import { type TieKey, tieKey } from './tie-key.ts';
import { compareNaturally } from './natural-order.ts';
import { scratch } from './window.ts';

/** Members of a tied group in their order; `steps[i]` is the index of the step that put i behind i − 1, or SHARED. */
export interface Resolved {
  members: number[];
  steps: number[];
}

/** In Resolved.steps: nothing tells the two apart, they share the rank. */
export const SHARED = -1;

/**
 * The declared steps, one after the other, for entries whose rounded totals are equal: those still equal after a step go
 * on to the next, and what is equal after the last shares the rank. Each step compares one key per entry or, head to
 * head, one number per member of the group as it then is, so the order is total and the same however entries come in.
 */
export class TieLadder {
  readonly #keys: (TieKey | undefined)[][];
  readonly #room: Float64Array;

  /** `known`: a ladder of the same rule with nobody left out, good for every entry `without` did not mark. */
  constructor(
    readonly rule: ScoringRule,
    readonly pool: PreparedPool,
    readonly without = NOBODY,
    readonly known: { ladder: TieLadder; isMarked: (entry: number) => boolean } | null = null,
  ) {
    this.#keys = rule.ties.map(() => []);
    this.#room = scratch(pool);
  }

  resolve(group: readonly number[]): Resolved {
    if (group.length === 1) return { members: [...group], steps: [SHARED] };
    const resolved: Resolved = { members: [], steps: [] };
    this.#descend(0, group, SHARED, resolved);
    return resolved;
  }

  /** The keys of a group at a step, in the group's order. */
  keysOf(step: number, group: readonly number[]): TieKey[] {
    const { kind } = this.rule.ties[step]!;
    return kind === 'HEAD_TO_HEAD'
      ? headToHead(this.pool, this.rule.scale, this.without, group)
      : group.map((entry) => this.#keyOf(step, entry));
  }

  #descend(step: number, group: readonly number[], separatedBy: number, into: Resolved): void {
    const declared = this.rule.ties[step];
    if (group.length === 1 || !declared) {
      const last = group.length === 1 ? group : group.toSorted((a, b) => this.#compareNumbers(a, b));
      for (const [i, entry] of last.entries()) {
        into.members.push(entry);
        into.steps.push(i === 0 ? separatedBy : SHARED);
      }
      return;
    }
    const keys = this.keysOf(step, group);
    const first = declared.kind === 'LOT' ? -1 : 1;
    const places = group.map((_, place) => place);
    places.sort((a, b) => (keys[a]! > keys[b]! ? -first : keys[a]! < keys[b]! ? first : 0));
    for (let from = 0, to = 0; from < places.length; from = to) {
      while (to < places.length && keys[places[to]!] === keys[places[from]!]) to++;
      const equals = places.slice(from, to).map((place) => group[place]!);
      this.#descend(step + 1, equals, from === 0 ? separatedBy : step, into);
    }
  }

  #keyOf(step: number, entry: number): TieKey {
    if (this.known && !this.known.isMarked(entry)) return this.known.ladder.#keyOf(step, entry);
    const known = this.#keys[step]![entry];
    if (known !== undefined) return known;
    const declared = this.rule.ties[step]!;
    if (declared.kind === 'HEAD_TO_HEAD') throw new TypeError('Head to head is a matter of the group.');
    return (this.#keys[step]![entry] = tieKey(declared, this.rule, this.pool, this.without, entry, this.#room));
  }

  /** Those who share a rank are listed by their number. */
  #compareNumbers(a: number, b: number): number {
    const [one, other] = [this.pool.pool.entries[a]!, this.pool.pool.entries[b]!];
    return compareNaturally(one.lotKey, other.lotKey) || compareNaturally(one.id, other.id);
  }
}
