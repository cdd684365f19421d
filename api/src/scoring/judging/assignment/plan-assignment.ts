import { chance } from './chance.ts';
import { Draft } from './draft.ts';
import { fill } from './fill.ts';
import { level } from './level.ts';
import { mix } from './mix.ts';

export interface AssignmentRequest {
  /** `judges`: how many the entry needs in all, those it has counted. */
  entries: readonly { id: string; judges: number }[];
  /**
   * `limit`: the most entries the judge takes, those already taken counted; null for any number. `group`: a region or
   * an organization, say; judges of one group are kept off one entry where that costs nothing else.
   */
  judges: readonly { id: string; limit: number | null; group?: string | null }[];
  /** Stay as they are and count in the loads, whatever `mayMark` says of them. */
  taken: readonly { entryId: string; judgeId: string }[];
  /** Conflicts and membership of panels. Asked at most once for a pair, and only where the answer matters. */
  mayMark: (judgeId: string, entryId: string) => boolean;
}

export interface AssignmentPlan {
  /** In the order in which entries and judges were given. */
  chosen: { entryId: string; judgeId: string }[];
  unfilled: { entryId: string; missing: number }[];
  /** Entries of each judge, with what was taken before. */
  loads: Map<string, number>;
}

/**
 * Chooses judges for entries: a minimum-cost flow from entries to judges with a convex cost, each further entry of a
 * judge costing more than the one before (2 × load + 1, so that the whole costs Σ load²). In three steps, each leaving
 * what the former reached:
 *
 * 1. `fill`: as many of the wanted assignments as can be (a maximum flow, by augmenting paths).
 * 2. `level`: loads as level as can be among all such fillings, by the cost-reducing paths of optimal semi-matchings
 *    (Harvey, Ladner, Lovász, Tamir: Semi-matchings for bipartite graphs and load balancing, J. Algorithms 59, 2006).
 *    The load vectors of maximum flows are an M-convex set; there the least Σ load² also has the least highest load and
 *    the greatest lowest one (Frank, Murota: Decreasing minimization on M-convex sets, Math. Programming 195, 2022).
 * 3. `mix`: exchanges between entries that change no load, so that judges meet ever different colleagues.
 *
 * The same request has the same plan, and the order of its lists changes no choice. Ids are unique in their list.
 */
export function planAssignment(request: AssignmentRequest): AssignmentPlan {
  const entries = request.entries.toSorted(byId);
  const judges = request.judges.toSorted(byId);
  const entryAt = positions(entries);
  const judgeAt = positions(judges);
  const draft = new Draft(
    entries.map((entry) => entry.judges),
    judges.map((judge) => judge.limit),
    (judge, entry) => request.mayMark(judges[judge]!.id, entries[entry]!.id),
  );
  const taken = new Map(request.taken.map((pair) => [`${pair.entryId} ${pair.judgeId}`, pair]));
  for (const [, { entryId, judgeId }] of [...taken].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    draft.keep(entryAt.get(entryId), judgeAt.get(judgeId));
  }

  const random = chance(1144);
  fill(draft, random);
  level(draft);
  mix(
    draft,
    judges.map((judge) => judge.group ?? null),
    random,
  );

  const turn = positions(request.judges);
  const chosenFor: string[][] = entries.map(() => []);
  for (const { id } of request.judges) {
    for (const entry of draft.entriesOf[judgeAt.get(id)!]!) chosenFor[entry]!.push(id);
  }
  const inOrder = (a: string, b: string) => turn.get(a)! - turn.get(b)!;
  return {
    chosen: request.entries.flatMap(({ id }) =>
      chosenFor[entryAt.get(id)!]!.toSorted(inOrder).map((judgeId) => ({ entryId: id, judgeId })),
    ),
    unfilled: request.entries
      .map(({ id }) => ({ entryId: id, missing: draft.missing(entryAt.get(id)!) }))
      .filter(({ missing }) => missing > 0),
    loads: new Map(request.judges.map(({ id }) => [id, draft.load[judgeAt.get(id)!]!])),
  };
}

/** By code unit: an order that no locale changes. */
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const positions = (list: readonly { id: string }[]) => new Map(list.map(({ id }, index) => [id, index]));
