import { type JudgeGraph } from './judge-graph.ts';
import type { PreparedPool } from '../pool/index.ts';

/**
 * About x with A·x = b, where A is what remains of the normal equations of t = α_e + β_j once the entries are
 * eliminated: (A·x)_j = Σ over the sheets of j of (x_j − the mean x of the judges of the sheet's entry). Conjugate
 * gradients (Hestenes & Stiefel 1952), scaled by the number of sheets.
 *
 * This is the one place that computes in binary floating point: it only proposes a step, which judge-effect.ts checks in
 * exact arithmetic and repeats. How good a step is decides how many are taken, and nothing else.
 */
export function proposeStep(pool: PreparedPool, graph: JudgeGraph, b: Float64Array): Float64Array {
  const { judgeCount } = graph;
  const scaled = (vector: Float64Array) => vector.map((value, j) => (judgeCount[j]! > 0 ? value / judgeCount[j]! : 0));
  const x = new Float64Array(b.length);
  const residual = balanced(graph, b);
  let z = scaled(residual);
  const direction = z.slice();
  let size = dot(residual, z);
  const goal = size * 1e-30;
  for (let round = 0; round < 2 * b.length + 20 && size > goal; round++) {
    const image = apply(pool, graph, direction);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const step = size / curvature;
    for (let j = 0; j < x.length; j++) {
      x[j]! += step * direction[j]!;
      residual[j]! -= step * image[j]!;
    }
    z = scaled(residual);
    const next = dot(residual, z);
    for (let j = 0; j < x.length; j++) direction[j] = z[j]! + (next / size) * direction[j]!;
    size = next;
  }
  return x;
}

/** Within a component A·x always adds up to nothing; what b has beyond that is the cut of its last digit. */
function balanced({ members }: JudgeGraph, b: Float64Array): Float64Array {
  const result = new Float64Array(b.length);
  for (const judges of members.values()) {
    const mean = judges.reduce((sum, j) => sum + b[j]!, 0) / judges.length;
    for (const j of judges) result[j] = b[j]! - mean;
  }
  return result;
}

function apply(pool: PreparedPool, { sheets, judgeCount, entryCount }: JudgeGraph, x: Float64Array): Float64Array {
  const image = x.map((value, j) => value * judgeCount[j]!);
  for (let i = 0; i < sheets.length;) {
    const entry = pool.sheetEntry[sheets[i]!]!;
    const end = i + entryCount[entry]!;
    let sum = 0;
    for (let k = i; k < end; k++) sum += x[pool.sheetJudge[sheets[k]!]!]!;
    const mean = sum / entryCount[entry]!;
    for (; i < end; i++) image[pool.sheetJudge[sheets[i]!]!]! -= mean;
  }
  return image;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
