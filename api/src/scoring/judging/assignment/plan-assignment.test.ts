import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssignmentPlan, type AssignmentRequest, planAssignment } from './plan-assignment.ts';
import { leastCost, reachableLoads } from './reference.ts';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Entries that each want `each`, judges without a limit, nobody barred. */
const request = (
  entries: number,
  judges: number,
  each: number,
  more: Partial<AssignmentRequest> = {},
): AssignmentRequest => ({
  entries: ids('e', entries).map((id) => ({ id, judges: each })),
  judges: ids('j', judges).map((id) => ({ id, limit: null })),
  taken: [],
  mayMark: () => true,
  ...more,
});

const judgesOf = ({ chosen }: AssignmentPlan, entry: string) =>
  chosen.filter(({ entryId }) => entryId === entry).map(({ judgeId }) => judgeId);

const spread = ({ loads }: AssignmentPlan) => Math.max(...loads.values()) - Math.min(...loads.values());

const squares = (loads: Iterable<number>) => [...loads].reduce((sum, load) => sum + load ** 2, 0);

/** How often each two judges are on an entry together. */
function meetings(pairs: readonly { entryId: string; judgeId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of Map.groupBy(pairs, ({ entryId }) => entryId).values()) {
    for (const { judgeId: a } of list) {
      for (const { judgeId: b } of list) if (a < b) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return counts;
}

describe('examples', () => {
  test('every entry has its judges, nobody twice, and loads differ by one at most', () => {
    const plan = planAssignment(request(10, 4, 3));
    for (const entry of ids('e', 10)) expect(new Set(judgesOf(plan, entry)).size).toBe(3);
    expect(Map.groupBy(plan.loads.values(), (load) => load)).toEqual(
      new Map([
        [7, [7, 7]],
        [8, [8, 8]],
      ]),
    );
    expect(plan.unfilled).toEqual([]);
  });

  test('the only judge of an entry is kept free for it by handing others on', () => {
    // The first entry to choose would take j0, who alone may mark e2.
    const plan = planAssignment({
      ...request(3, 2, 1),
      judges: [
        { id: 'j0', limit: 1 },
        { id: 'j1', limit: 2 },
      ],
      mayMark: (judge, entry) => entry !== 'e2' || judge === 'j0',
    });
    expect(judgesOf(plan, 'e2')).toEqual(['j0']);
    expect(plan.unfilled).toEqual([]);
  });

  test('a judge of one category takes that category, so that the others are relieved', () => {
    // j0 may mark e0 to e3 only; an even share is 4 each of 8.
    const plan = planAssignment(request(8, 2, 1, { mayMark: (judge, entry) => judge === 'j1' || entry < 'e4' }));
    expect(Object.fromEntries(plan.loads)).toEqual({ j0: 4, j1: 4 });
  });

  test('gaps are shared: nobody has a third judge while an entry has one', () => {
    const plan = planAssignment({
      ...request(6, 4, 3),
      judges: ids('j', 4).map((id) => ({ id, limit: 3 })),
    });
    expect(plan.unfilled).toEqual(ids('e', 6).map((entryId) => ({ entryId, missing: 1 })));
  });

  test('what was taken stays, counts in the loads and is not asked about', () => {
    const taken = [
      { entryId: 'e0', judgeId: 'j0' },
      { entryId: 'e0', judgeId: 'j0' },
      { entryId: 'elsewhere', judgeId: 'j0' },
      { entryId: 'e1', judgeId: 'gone' },
    ];
    const plan = planAssignment(
      request(3, 2, 1, { taken, mayMark: (judge, entry) => !(judge === 'j0' && entry === 'e0') }),
    );
    expect(plan.chosen).toEqual([{ entryId: 'e2', judgeId: 'j1' }]);
    expect(Object.fromEntries(plan.loads)).toEqual({ j0: 2, j1: 1 });
  });

  test('without entries, judges or wants there is nothing to choose', () => {
    expect(planAssignment(request(0, 0, 0))).toEqual({ chosen: [], unfilled: [], loads: new Map() });
    expect(planAssignment(request(1, 0, 2)).unfilled).toEqual([{ entryId: 'e0', missing: 2 }]);
    expect(planAssignment(request(2, 1, 0)).chosen).toEqual([]);
  });

  test('judges of one group are kept apart where it costs nothing', () => {
    const groups = ['north', 'north', 'north', 'south', 'south', 'south'];
    const judges = ids('j', 6).map((id, index) => ({ id, limit: null, group: groups[index]! }));
    const plan = planAssignment({ ...request(30, 6, 2), judges });
    for (const entry of ids('e', 30)) {
      expect(new Set(judgesOf(plan, entry).map((id) => groups[Number(id.slice(1))])).size).toBe(2);
    }
    expect(spread(plan)).toBe(0);
  });

  test('panels are mixed: every judge meets every other, none much more often than chance must', () => {
    // 100 entries with 3 of 10 judges: 300 meetings of 45 pairs, 6.7 each.
    const counts = [...meetings(planAssignment(request(100, 10, 3)).chosen).values()];
    expect(counts).toHaveLength(45);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...counts)).toBeLessThanOrEqual(8);
  });
});

interface Case {
  wanted: number[];
  limits: (number | null)[];
  barred: boolean[];
  taken: { entryId: string; judgeId: string }[];
}

const cases = (entries: number, judges: number): fc.Arbitrary<Case> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: entries, size: 'max' }),
      fc.array(fc.option(fc.nat(Math.ceil((2 * entries) / judges))), { maxLength: judges, size: 'max' }),
    )
    .chain(([wanted, limits]) =>
      fc.record({
        wanted: fc.constant(wanted),
        limits: fc.constant(limits),
        barred: fc.array(fc.boolean(), { minLength: entries * judges, maxLength: entries * judges }),
        taken: fc.uniqueArray(
          fc.record({
            entryId: fc.constantFrom('elsewhere', ...ids('e', wanted.length)),
            judgeId: fc.constantFrom('gone', ...ids('j', limits.length)),
          }),
          { maxLength: 4, selector: ({ entryId, judgeId }) => `${entryId} ${judgeId}` },
        ),
      }),
    );

function posed({ wanted, limits, barred, taken }: Case): AssignmentRequest {
  return {
    entries: wanted.map((judges, index) => ({ id: `e${index}`, judges })),
    judges: limits.map((limit, index) => ({ id: `j${index}`, limit })),
    taken,
    mayMark: (judge, entry) => !barred[Number(entry.slice(1)) * limits.length + Number(judge.slice(1))],
  };
}

const small = cases(6, 4);
const middling = cases(16, 9);

/** The plan's pairs and those of before. */
const all = ({ taken }: AssignmentRequest, { chosen }: AssignmentPlan) => [...taken, ...chosen];

describe('properties', () => {
  test('a plan is valid: nobody twice on an entry, nobody barred, no limit passed, nothing unasked for', () => {
    fc.assert(
      fc.property(middling, (c) => {
        const asked = posed(c);
        const plan = planAssignment(asked);
        const pairs = all(asked, plan).map(({ entryId, judgeId }) => `${entryId} ${judgeId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(plan.chosen.every(({ entryId, judgeId }) => asked.mayMark(judgeId, entryId))).toBe(true);
        const before = Map.groupBy(c.taken, ({ judgeId }) => judgeId);
        for (const { id, limit } of asked.judges) {
          const load = all(asked, plan).filter(({ judgeId }) => judgeId === id).length;
          expect(plan.loads.get(id)).toBe(load);
          expect(load).toBeLessThanOrEqual(Math.max(limit ?? Infinity, before.get(id)?.length ?? 0));
        }
        const gaps = asked.entries.map(({ id, judges }) => ({
          entryId: id,
          missing: judges - all(asked, plan).filter(({ entryId }) => entryId === id).length,
        }));
        expect(plan.unfilled).toEqual(gaps.filter(({ missing }) => missing > 0));
        for (const { entryId, missing } of gaps) if (missing < 0) expect(judgesOf(plan, entryId)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('as many as an exhaustive search fills; of those, the least sum of squares and the least spread', () => {
    fc.assert(
      fc.property(small, (c) => {
        const asked = posed(c);
        const plan = planAssignment(asked);
        const total = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load, 0);
        const every = reachableLoads(asked);
        const most = Math.max(...every.map(total));
        const fullest = every.filter((loads) => total(loads) === most);
        const found = [...plan.loads.values()];
        expect(total(found)).toBe(most);
        expect(squares(found)).toBe(Math.min(...fullest.map(squares)));
        if (found.length === 0) return;
        const apart = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads);
        expect(apart(found)).toBe(Math.min(...fullest.map(apart)));
      }),
      { numRuns: 400 },
    );
  });

  test('the flow and the cost of the textbook: successive shortest paths by Bellman and Ford', () => {
    fc.assert(
      fc.property(middling, (c) => {
        const asked = posed(c);
        const plan = planAssignment(asked);
        const best = leastCost(asked);
        expect(plan.chosen.length).toBe(best.flow);
        expect(squares(plan.loads.values())).toBe(best.squares);
      }),
      { numRuns: 150 },
    );
  });

  test('no entry has an nth judge at the cost of one with fewer: the first n judges are assigned as fully as possible', () => {
    fc.assert(
      fc.property(middling, fc.integer({ min: 1, max: 2 }), (c, first) => {
        const asked = posed(c);
        const plan = planAssignment(asked);
        const up = (count: number) => Math.min(count, first);
        const before = Map.groupBy(c.taken, ({ entryId }) => entryId);
        const had = (id: string) => up(before.get(id)?.length ?? 0);
        const has = (id: string) => up(all(asked, plan).filter(({ entryId }) => entryId === id).length);
        const gained = asked.entries.reduce((sum, { id }) => sum + has(id) - had(id), 0);
        const entries = asked.entries.map(({ id, judges }) => ({ id, judges: up(judges) }));
        expect(gained).toBe(leastCost({ ...asked, entries }).flow);
      }),
      { numRuns: 150 },
    );
  });

  test('run again with its own plan as taken, it changes nothing', () => {
    fc.assert(
      fc.property(middling, (c) => {
        const asked = posed(c);
        const plan = planAssignment(asked);
        const again = planAssignment({ ...asked, taken: all(asked, plan) });
        expect(again).toEqual({ ...plan, chosen: [] });
      }),
    );
  });

  test('when a judge leaves, a further run only fills the gaps that leaves', () => {
    fc.assert(
      fc.property(middling, fc.nat(8), (c, index) => {
        const asked = posed(c);
        const id = `j${index}`;
        const stay = all(asked, planAssignment(asked)).filter(({ judgeId }) => judgeId !== id);
        const left = { ...asked, judges: asked.judges.filter((judge) => judge.id !== id), taken: stay };
        const gaps = new Set(
          all(asked, planAssignment(asked))
            .filter(({ judgeId }) => judgeId === id)
            .map(({ entryId }) => entryId),
        );
        const { chosen } = planAssignment(left);
        expect(chosen.every(({ entryId }) => gaps.has(entryId))).toBe(true);
        expect(new Set(chosen.map(({ entryId }) => entryId)).size).toBe(chosen.length);
      }),
    );
  });

  test('the order of the lists changes no choice, and no pair is asked about twice', () => {
    fc.assert(
      fc.property(middling, (c) => {
        const asked = posed(c);
        const questions: string[] = [];
        const mayMark = (judge: string, entry: string) => {
          questions.push(`${entry} ${judge}`);
          return asked.mayMark(judge, entry);
        };
        const plan = planAssignment({ ...asked, mayMark });
        expect(new Set(questions).size).toBe(questions.length);
        const turned = planAssignment({
          ...asked,
          entries: asked.entries.toReversed(),
          judges: asked.judges.toReversed(),
          taken: asked.taken.toReversed(),
        });
        expect(turned.chosen.toReversed()).toEqual(plan.chosen);
        expect(turned.unfilled.toReversed()).toEqual(plan.unfilled);
        expect([...turned.loads].toReversed()).toEqual([...plan.loads]);
      }),
    );
  });

  test('nor does the order of what was taken, where there is much to mix', () => {
    const asked = request(40, 8, 3, { taken: planAssignment(request(40, 8, 2)).chosen });
    const turned = planAssignment({ ...asked, taken: asked.taken.toReversed() });
    expect(turned).toEqual(planAssignment(asked));
  });
});

test('1,144 entries, 45 judges, 3 each, with limits and conflicts: level and mixed', () => {
  // Judges work for one of 60 organizations, every fifth takes 70 at most; an even share is 76.3.
  const asked: AssignmentRequest = {
    entries: ids('e', 1144).map((id) => ({ id, judges: 3 })),
    judges: ids('j', 45).map((id, index) => ({ id, limit: index % 5 === 0 ? 70 : null })),
    taken: [],
    mayMark: (judge, entry) => Number(judge.slice(1)) % 60 !== (Number(entry.slice(1)) * 7) % 60,
  };
  const plan = planAssignment(asked);
  const loads = [...plan.loads.values()];
  const counts = [...meetings(plan.chosen).values()];
  expect(plan.unfilled).toEqual([]);
  // 9 × 70 are full; 2,802 among 36 are 77.8.
  expect(new Set(loads)).toEqual(new Set([70, 77, 78]));
  expect(counts).toHaveLength(990);
  expect(Math.max(...counts)).toBeLessThanOrEqual(6);
});
