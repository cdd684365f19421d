import type { Draft } from './draft.ts';
import { Handover } from './handover.ts';

/**
 * Levels the loads without changing how many judges an entry has: from the judge with the most entries along a
 * cost-reducing path to one with room and at least two fewer, until there is none. A flow without such paths costs
 * the least (no negative cycle is left), and any convex cost finds the same loads best.
 *
 * If the highest judge, with k entries, has no such path, then every judge reached has k − 1 or more, or is full. They are
 * left out from then on: the others have at most k, so no path into this group saves anything, and no path leads out of
 * it, because every judge who could take over one of its entries belongs to it. The failing searches therefore visit each
 * judge once in all.
 */
export function level(draft: Draft): void {
  const handover = new Handover(draft);
  const open = draft.everyJudge();
  const search = new Int32Array(open.length);
  for (;;) {
    const { highest, room } = ends(draft, open);
    if (highest === null) return;
    const enough = draft.load[highest]! - 2;
    if (room > enough) return;
    search.set(open);
    const end = handover.fromJudge(highest, search, (judge) => draft.load[judge]! <= enough && draft.hasRoom(judge));
    if (end === null) open.set(search);
  }
}

/** The judge with the most entries, and the lowest load of a judge with room. */
function ends(draft: Draft, open: Int32Array): { highest: number | null; room: number } {
  let highest: number | null = null;
  let room = Infinity;
  for (let judge = 0; judge < draft.load.length; judge += 1) {
    if ((open[judge >>> 5]! & (1 << judge)) === 0) continue;
    if (highest === null || draft.load[judge]! > draft.load[highest]!) highest = judge;
    if (draft.load[judge]! < room && draft.hasRoom(judge)) room = draft.load[judge]!;
  }
  return { highest, room };
}
