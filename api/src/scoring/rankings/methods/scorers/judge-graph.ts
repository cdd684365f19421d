import type { PreparedPool, SheetTotals } from '../pool/index.ts';

/** The complete sheets of a pool, one judge's left out, as a graph of judges and entries. */
export interface JudgeGraph {
  sheets: Int32Array;
  /** Per judge and per entry the number of these sheets. */
  judgeCount: Float64Array;
  entryCount: Float64Array;
  /** Per judge its component: judges are in one if a chain of entries marked in common leads from one to the other. */
  component: Int32Array;
  /** Per component its judges with sheets. */
  members: Map<number, number[]>;
}

export function judgeGraph(pool: PreparedPool, { isComplete }: SheetTotals, without: number): JudgeGraph {
  const sheets = Int32Array.from(pool.sheetEntry.keys()).filter(
    (sheet) => isComplete[sheet] === 1 && pool.sheetJudge[sheet] !== without,
  );
  const judgeCount = new Float64Array(pool.judges.length);
  const entryCount = new Float64Array(pool.pool.entries.length);
  const parent = Int32Array.from(pool.judges.keys());
  for (const [i, sheet] of sheets.entries()) {
    const [entry, judge] = [pool.sheetEntry[sheet]!, pool.sheetJudge[sheet]!];
    entryCount[entry]!++;
    judgeCount[judge]!++;
    const before = sheets[i - 1];
    if (before !== undefined && pool.sheetEntry[before] === entry)
      parent[root(parent, judge)] = root(parent, pool.sheetJudge[before]!);
  }
  const component = parent.map((_, judge) => root(parent, judge));
  const members = new Map<number, number[]>();
  for (const [judge, name] of component.entries()) {
    if (judgeCount[judge] === 0) continue;
    const others = members.get(name);
    if (others) others.push(judge);
    else members.set(name, [judge]);
  }
  return { sheets, judgeCount, entryCount, component, members };
}

/** Union-find with path halving. */
function root(parent: Int32Array, node: number): number {
  let current = node;
  while (parent[current] !== current) current = parent[current] = parent[parent[current]!]!;
  return current;
}
