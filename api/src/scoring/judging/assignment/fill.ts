import type { Chance } from './chance.ts';
import type { Draft } from './draft.ts';
import { Handover } from './handover.ts';

/**
 * Fills as many of the wanted assignments as can be: a maximum flow. In rounds, so that gaps are shared: nobody has a
 * third judge while an entry that could have had a second has one. An entry takes the judge with the fewest entries
 * who may mark it; if none of its judges has room, others take over from them until one has (an augmenting path).
 *
 * Where there is no such path, everybody reached is full and stays so: nobody reached can ever hand an entry to
 * anybody else. They are left out from then on, and so all failing searches together look at each of them once.
 */
export function fill(draft: Draft, chance: Chance): void {
  const handover = new Handover(draft);
  const ladder = new Ladder(draft, chance);
  const open = draft.everyJudge();
  const search = new Int32Array(open.length);
  const raise = (entry: number) => {
    if (ladder.raise(entry)) return true;
    search.set(open);
    const end = handover.toEntry(entry, search, (judge) => draft.hasRoom(judge));
    if (end === null) open.set(search);
    else ladder.climb(end);
    return end !== null;
  };
  let waiting = [...draft.judgesOf.keys()];
  for (let round = 1; waiting.length > 0; round += 1) {
    waiting = waiting.filter(
      (entry) => draft.missing(entry) > 0 && (draft.count(entry) >= round || raise(entry)) && draft.missing(entry) > 0,
    );
  }
}

/** The judges with room, by load. */
class Ladder {
  readonly #draft: Draft;
  readonly #chance: Chance;
  readonly #rungs: number[][] = [];
  #lowest = 0;

  constructor(draft: Draft, chance: Chance) {
    this.#draft = draft;
    this.#chance = chance;
    for (let judge = 0; judge < draft.load.length; judge += 1) this.#stand(judge);
  }

  /**
   * Gives the entry to the judge with the fewest who may take it; of several to one of them by chance, for taking them
   * in turn would have the same judges meet again and again.
   */
  raise(entry: number): boolean {
    while (this.#rungs[this.#lowest]?.length === 0) this.#lowest += 1;
    for (let load = this.#lowest; load < this.#rungs.length; load += 1) {
      const rung = this.#rungs[load]!;
      let at = rung.length > 1 ? this.#chance(rung.length) : 0;
      for (let left = rung.length; left > 0; left -= 1) {
        const judge = rung[at]!;
        if (this.#draft.mayTake(entry, judge)) {
          this.#draft.give(entry, judge);
          this.#leave(load, at);
          this.#stand(judge);
          return true;
        }
        at += 1;
        if (at === rung.length) at = 0;
      }
    }
    return false;
  }

  /** The judge has one entry more than before. */
  climb(judge: number): void {
    const load = this.#draft.load[judge]! - 1;
    this.#leave(load, this.#rungs[load]!.indexOf(judge));
    this.#stand(judge);
  }

  #leave(load: number, at: number): void {
    const rung = this.#rungs[load]!;
    const last = rung.pop()!;
    if (at < rung.length) rung[at] = last;
  }

  #stand(judge: number): void {
    if (!this.#draft.hasRoom(judge)) return;
    const load = this.#draft.load[judge]!;
    while (this.#rungs.length <= load) this.#rungs.push([]);
    this.#rungs[load]!.push(judge);
  }
}
