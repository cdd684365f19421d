import { type Draft, lowest } from './draft.ts';

const NOBODY = -1;

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

  #search(open: Int32Array, suits: (judge: number) => boolean): number | null {
    // The queue grows while it is read.
    for (const giver of this.#queue) {
      if (!this.#draft.mayPass(giver, open)) continue;
      for (const entry of this.#draft.entriesOf[giver]!) {
        const end = this.#reach(entry, giver, open, suits);
        if (end !== null) return end;
      }
      this.#draft.review(giver);
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
