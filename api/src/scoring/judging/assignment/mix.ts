import type { Chance } from './chance.ts';
import type { Draft } from './draft.ts';

/** A draw picks one judge, a try takes at most this many draws to find one, a sweep makes one try for each assignment. */
const DRAWS = 8;
const TRIES = 200_000;
const SWEEPS = 30;
/** More than two judges ever meet. */
const GROUP = 100_000;

/**
 * Has judges meet ever different colleagues, so that strict and lenient ones can be compared across all entries: two
 * judges exchange entries where that lowers the sum, over pairs of judges, of squared meetings. That sum is least where
 * all pairs meet about equally often, which makes a nearly balanced block design ((M,S)-optimality: Eccleston, Hedayat:
 * On the theory of connected designs, Annals of Statistics 2, 1974). Loads and the judges per entry stay.
 *
 * Hill climbing from a random start by a fixed number of tries: the very best is a hard problem, and gains little over
 * it. Judges of one group count as having met often already.
 */
export function mix(draft: Draft, groups: readonly (string | null)[], chance: Chance): void {
  const assignments = draft.entriesOf.reduce((sum, { length }) => sum + length, 0);
  if (assignments === 0) return;
  const meetings = new Meetings(draft, groups);
  const judges = draft.entriesOf.length;
  const sweeps = Math.min(SWEEPS, Math.ceil(TRIES / assignments));
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let one = 0; one < judges; one += 1) {
      const entries = draft.entriesOf[one]!;
      for (let i = 0; i < entries.length; i += 1) {
        const other = whoMayTake(draft, entries[i]!, chance);
        if (other === null) continue;
        const others = draft.entriesOf[other]!;
        const j = chance(others.length);
        if (draft.mayTake(others[j]!, one) && meetings.exchange(one, entries[i]!, other, others[j]!)) {
          draft.exchange(one, i, other, j);
        }
      }
    }
  }
}

/**
 * By turns anybody and a colleague of a colleague: the latter are mostly of the same panel, where one among many panels
 * would hardly be hit by chance. To list who may take the entry would be to ask about every pair.
 */
function whoMayTake(draft: Draft, entry: number, chance: Chance): number | null {
  const colleague = (judge: number) => {
    const entries = draft.entriesOf[judge]!;
    const judges = draft.judgesOf[entries.length > 0 ? entries[chance(entries.length)]! : entry]!;
    return judges[chance(judges.length)]!;
  };
  const panel = draft.judgesOf[entry]!;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const judge = draw % 2 === 0 ? chance(draft.entriesOf.length) : colleague(colleague(panel[chance(panel.length)]!));
    if (draft.entriesOf[judge]!.length > 0 && draft.mayTake(entry, judge)) return judge;
  }
  return null;
}

/** How often each two judges meet on an entry. */
class Meetings {
  readonly #draft: Draft;
  readonly #judges: number;
  readonly #counts: Int32Array;

  constructor(draft: Draft, groups: readonly (string | null)[]) {
    this.#draft = draft;
    this.#judges = groups.length;
    this.#counts = new Int32Array(groups.length ** 2);
    for (const [a, group] of groups.entries()) {
      if (group === null) continue;
      for (const [b, other] of groups.entries()) if (group === other) this.#counts[a * this.#judges + b] = GROUP;
    }
    for (const judges of draft.judgesOf) {
      for (const a of judges) for (const b of judges) if (a !== b) this.#counts[a * this.#judges + b]! += 1;
    }
  }

  /** Counts the exchange if the sum of squares does not grow by it. */
  exchange(one: number, entry: number, other: number, otherEntry: number): boolean {
    const growth = this.#move(entry, one, other, 1) + this.#move(otherEntry, other, one, 1);
    if (growth <= 0) return true;
    this.#move(entry, one, other, -1);
    this.#move(otherEntry, other, one, -1);
    return false;
  }

  /** Judge `from` of the entry gives way to judge `to`; with −1 that is taken back. */
  #move(entry: number, from: number, to: number, way: 1 | -1): number {
    let growth = 0;
    for (const colleague of this.#draft.judgesOf[entry]!) {
      if (colleague === from) continue;
      growth += this.#meet(to, colleague, way) + this.#meet(from, colleague, way === 1 ? -1 : 1);
    }
    return growth;
  }

  #meet(a: number, b: number, change: 1 | -1): number {
    const before = this.#counts[a * this.#judges + b]!;
    this.#counts[a * this.#judges + b] = before + change;
    this.#counts[b * this.#judges + a] = before + change;
    return 2 * change * before + 1;
  }
}
