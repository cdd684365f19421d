import { type Draft, lowest } from './draft.ts';

const NOBODY = -1;
const GLANCE = 4;

/**
 * Alternating paths: a judge takes over an entry of another, who takes over one of a third, and so on. Only the load of
 * the two ends changes, and no entry has more judges or fewer, but for an entry that starts the path and has one more.
 *
 * No judge comes twice on a path, and no entry either, since everybody who may take an entry is reached when it is first
 * looked at.
 */
export class Handover {
  readonly #draft: Draft;
  readonly #from: Int32Array;
  readonly #entry: Int32Array;
  #queue: number[] = [];

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#from = new Int32Array(draft.load.length);
    this.#entry = new Int32Array(draft.load.length);
  }

  /**
   * Gives the entry one more judge: the path ends at a judge of `open` who `suits`, and is returned; null if there is
   * none, and then `open` has lost everybody who was reached.
   */
  toEntry(entry: number, open: Int32Array, suits: (judge: number) => boolean): number | null {
    this.#queue = [];
    const end = this.#reach(entry, NOBODY, open, suits) ?? this.#search(open, suits);
    if (end !== null) this.#pass(end);
    return end;
  }

  /** Takes an entry from the judge, in the same manner. */
  fromJudge(judge: number, open: Int32Array, suits: (judge: number) => boolean): number | null {
    this.#queue = [judge];
    this.#from[judge] = NOBODY;
    open[judge >>> 5]! &= ~(1 << judge);
    const end = this.#search(open, suits);
    if (end !== null) this.#pass(end, judge);
    return end;
  }

  /**
   * Looks at a few entries of everybody before it looks at all of anybody: most entries of a judge are of one panel and
   * lead to the same people.
   */
  #search(open: Int32Array, suits: (judge: number) => boolean): number | null {
    for (let glanced = 0, searched = 0; searched < this.#queue.length;) {
      const isGlance = glanced < this.#queue.length;
      const giver = this.#queue[isGlance ? glanced++ : searched++]!;
      const entries = this.#draft.entriesOf[giver]!;
      const last = isGlance ? Math.min(GLANCE, entries.length) : entries.length;
      for (let i = isGlance ? 0 : GLANCE; i < last; i += 1) {
        const end = this.#reach(entries[i]!, giver, open, suits);
        if (end !== null) return end;
      }
    }
    return null;
  }

  #reach(entry: number, giver: number, open: Int32Array, suits: (judge: number) => boolean): number | null {
    for (let word = 0; word < open.length; word += 1) {
      if (open[word] === 0) continue;
      let takers = this.#draft.mayTakeAmong(entry, word, open[word]!);
      open[word]! &= ~takers;
      for (; takers !== 0; takers &= takers - 1) {
        const taker = (word << 5) + lowest(takers);
        this.#from[taker] = giver;
        this.#entry[taker] = entry;
        if (suits(taker)) return taker;
        this.#queue.push(taker);
      }
    }
    return null;
  }

  #pass(end: number, start = NOBODY): void {
    for (let taker = end; taker !== start;) {
      const giver = this.#from[taker]!;
      const entry = this.#entry[taker]!;
      this.#draft.give(entry, taker);
      if (giver !== NOBODY) this.#draft.release(entry, giver);
      taker = giver;
    }
  }
}
