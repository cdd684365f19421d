import { type ScoringRule, type TieStep } from '../contract.ts';
import { headToHead } from './head-to-head.ts';
import { NOBODY, type PreparedPool, scratch } from '../pool/index.ts';
import { type LoneStep, type TieKey, tieKey } from './tie-key.ts';
import { compareNaturally } from '../natural-order.ts';

/** Members of a tied group in their order; `steps[i]` is the index of the step that put i behind i − 1, or SHARED. */
interface Resolved {
  members: number[];
  steps: number[];
}

/** In Resolved.steps: nothing separates the two, so they share the rank. */
export const SHARED = -1;

/**
 * The declared steps, one after the other, for entries whose rounded totals are equal: those still equal after a step go
 * on to the next, and what is equal after the last shares the rank. Each step compares one key per entry or, head to
 * head, one number per member of the group as it then is, so the order is total and the same however entries come in.
 */
export interface TieLadder {
  /** From the step `from` on: 0 for all whose totals are equal. */
  resolve: (group: readonly number[], from?: number) => Resolved;
  /**
   * The steps before the first that looks at the group. They alone give every pair an order that no third entry has a say
   * in: negative if a goes before b, whose keys may be those of another ladder of the rule.
   */
  loneSteps: number;
  compareAlone: (a: number, b: number, of?: Pick<TieLadder, 'keyOf'>) => number;
  /** The keys of a group at a step, in the group's order. */
  keysOf: (step: number, group: readonly number[]) => TieKey[];
  /** The key of one entry at any step but HEAD_TO_HEAD. */
  keyOf: (step: number, entry: number) => TieKey;
}

/**
 * `known` is a ladder of the same rule with nobody left out: its keys hold for every entry the judge who is left out did
 * not mark.
 */
export function tieLadder(
  rule: ScoringRule,
  pool: PreparedPool,
  without = NOBODY,
  known: { ladder: TieLadder; isMarked: (entry: number) => boolean } | null = null,
): TieLadder {
  const keys = rule.ties.map(() => new Map<number, TieKey>());
  const room = scratch(pool);

  const keyOf: TieLadder['keyOf'] = (step, entry) => {
    if (known && !known.isMarked(entry)) return known.ladder.keyOf(step, entry);
    const remembered = keys[step]!.get(entry);
    if (remembered !== undefined) return remembered;
    const key = tieKey(rule.ties[step] as LoneStep, rule, pool, without, entry, room);
    keys[step]!.set(entry, key);
    return key;
  };

  const keysOf: TieLadder['keysOf'] = (step, group) => {
    const { kind } = rule.ties[step]!;
    return kind === 'HEAD_TO_HEAD'
      ? headToHead(pool, rule.scale, without, group)
      : group.map((entry) => keyOf(step, entry));
  };

  const descend = (step: number, group: readonly number[], separatedBy: number, into: Resolved): void => {
    const declared = rule.ties[step];
    if (group.length === 1 || !declared) {
      const last = group.length === 1 ? group : group.toSorted((a, b) => compareNumbers(pool, a, b));
      for (const [i, entry] of last.entries()) {
        into.members.push(entry);
        into.steps.push(i === 0 ? separatedBy : SHARED);
      }
      return;
    }
    const found = keysOf(step, group);
    const places = group.map((_, place) => place);
    places.sort((a, b) => compareKeys(declared, found[a]!, found[b]!));
    for (let from = 0, to = 0; from < places.length; from = to) {
      while (to < places.length && found[places[to]!] === found[places[from]!]) to++;
      const equals = places.slice(from, to).map((place) => group[place]!);
      descend(step + 1, equals, from === 0 ? separatedBy : step, into);
    }
  };

  const group = rule.ties.findIndex(({ kind }) => kind === 'HEAD_TO_HEAD');
  const loneSteps = group < 0 ? rule.ties.length : group;
  return {
    loneSteps,
    keyOf,
    keysOf,
    compareAlone: (a, b, of) => {
      for (let step = 0; step < loneSteps; step++) {
        const order = compareKeys(rule.ties[step]!, keyOf(step, a), (of?.keyOf ?? keyOf)(step, b));
        if (order !== 0) return order;
      }
      return 0;
    },
    resolve: (entries, from = 0) => {
      const resolved: Resolved = { members: [], steps: [] };
      descend(from, entries, SHARED, resolved);
      return resolved;
    },
  };
}

function compareKeys({ kind }: TieStep, a: TieKey, b: TieKey): number {
  const [before, behind] = kind === 'LOT' ? [a, b] : [b, a];
  return before < behind ? -1 : before > behind ? 1 : 0;
}

/** Those who share a rank are listed by their number. */
function compareNumbers(pool: PreparedPool, a: number, b: number): number {
  const [one, other] = [pool.pool.entries[a]!, pool.pool.entries[b]!];
  return compareNaturally(one.lotKey, other.lotKey) || compareNaturally(one.id, other.id);
}
