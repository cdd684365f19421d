import type { AssignmentRequest } from './plan-assignment.ts';

/** For tests: what a plan has to equal, found in ways too slow for use and too simple to be wrong. */

interface Open {
  /** What is wanted of each entry beyond what it has. */
  wanted: number[];
  /** For each entry who may have it and has not, by number. */
  free: number[][];
  loads: number[];
  limits: number[];
}

function open({ entries, judges, taken, mayMark }: AssignmentRequest): Open {
  const has = (entry: string, judge: string) => taken.some((t) => t.entryId === entry && t.judgeId === judge);
  return {
    wanted: entries.map(({ id, judges: all }) => Math.max(0, all - taken.filter((t) => t.entryId === id).length)),
    free: entries.map((entry) =>
      [...judges.keys()].filter((j) => mayMark(judges[j]!.id, entry.id) && !has(entry.id, judges[j]!.id)),
    ),
    loads: judges.map(({ id }) => taken.filter((t) => t.judgeId === id).length),
    limits: judges.map(({ limit }) => limit ?? Infinity),
  };
}

/** The loads of every valid assignment there is, entry by entry; each once. */
export function reachableLoads(request: AssignmentRequest): number[][] {
  const { wanted, free, loads, limits } = open(request);
  let reached = new Map([[loads.join(), loads]]);
  for (const [entry, judges] of free.entries()) {
    const next = new Map<string, number[]>();
    for (const from of reached.values()) {
      for (let choice = 0; choice < 2 ** judges.length; choice += 1) {
        const chosen = judges.filter((_, bit) => choice & (1 << bit));
        if (chosen.length > wanted[entry]!) continue;
        const to = from.map((load, judge) => load + (chosen.includes(judge) ? 1 : 0));
        if (chosen.every((judge) => to[judge]! <= limits[judge]!)) next.set(to.join(), to);
      }
    }
    reached = next;
  }
  return [...reached.values()];
}

/** The maximum flow of least cost on an explicit network, one unit along a cheapest path at a time. */
export function leastCost(request: AssignmentRequest): { flow: number; squares: number } {
  const { wanted, free, loads, limits } = open(request);
  const arcs: { from: number; to: number; room: number; cost: number }[] = [];
  // The arc back is the odd one beside it.
  const connect = (from: number, to: number, room: number, cost: number) => {
    arcs.push({ from, to, room, cost }, { from: to, to: from, room: 0, cost: -cost });
  };
  const [source, sink] = [0, 1];
  const entryNode = (entry: number) => 2 + entry;
  const judgeNode = (judge: number) => 2 + wanted.length + judge;
  for (const [entry, judges] of free.entries()) {
    connect(source, entryNode(entry), wanted[entry]!, 0);
    for (const judge of judges) connect(entryNode(entry), judgeNode(judge), 1, 0);
  }
  for (const [judge, load] of loads.entries()) {
    const most = Math.min(limits[judge]!, load + wanted.length);
    for (let l = load; l < most; l += 1) connect(judgeNode(judge), sink, 1, 2 * l + 1);
  }
  let flow = 0;
  let squares = loads.reduce((sum, load) => sum + load ** 2, 0);
  for (;;) {
    const cost = new Map([[source, 0]]);
    const by = new Map<number, number>();
    for (let changed = true; changed;) {
      changed = false;
      for (const [index, arc] of arcs.entries()) {
        const at = cost.get(arc.from);
        if (arc.room === 0 || at === undefined || at + arc.cost >= (cost.get(arc.to) ?? Infinity)) continue;
        cost.set(arc.to, at + arc.cost);
        by.set(arc.to, index);
        changed = true;
      }
    }
    const price = cost.get(sink);
    if (price === undefined) return { flow, squares };
    flow += 1;
    squares += price;
    for (let node = sink; node !== source;) {
      const index = by.get(node)!;
      arcs[index]!.room -= 1;
      arcs[index ^ 1]!.room += 1;
      node = arcs[index]!.from;
    }
  }
}
