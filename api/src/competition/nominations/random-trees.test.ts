import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedWorld } from '../../test/shared-world.ts';
import { giveBack, handUp, makeTree, nominate, type TestUnit, type Tree } from '../../test/nominations.ts';
import type { TestEntry } from '../../test/factories.ts';

const world = sharedWorld();

type Step = { outcome: 'nominate' | 'handUp' | 'giveBack'; unit: number; entry: number };

const steps = fc.array(
  fc.record({
    outcome: fc.constantFrom('nominate' as const, 'nominate' as const, 'handUp' as const, 'giveBack' as const),
    unit: fc.nat(4),
    entry: fc.nat(3),
  }),
  { minLength: 15, maxLength: 35 },
);

async function play(
  tree: Tree,
  units: TestUnit[],
  entries: TestEntry[],
  { outcome, unit, entry }: Step,
): Promise<void> {
  const where = units[unit] as TestUnit;
  if (outcome === 'nominate') await nominate(world, where, entries[entry] as TestEntry);
  else if (outcome === 'handUp') await handUp(world, where);
  else await giveBack(world, tree.competition.organizer, where);
}

test('whatever people do in whatever order: nothing is at the top without the list of every level', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (outcomes) => {
      const tree = await makeTree(world);
      const units = [tree.province, ...tree.cities, ...tree.counties];
      const entries: TestEntry[] = [];
      for (const region of [tree.counties[0], tree.counties[0], tree.counties[1], tree.cities[1]]) {
        entries.push(await tree.enter(region.regionId));
      }
      for (const outcome of outcomes) await play(tree, units, entries, outcome);
      // Told from the tables alone, level by level through the regions.
      const arrived = await world.sql<{ id: string; units: number; handed: number }>(
        `select e.id, awaits_nomination(e.id) as waits, count(u.id)::int as units, count(l.id)::int as handed
         from entries e cross join lateral (
           with recursive up as (select id, parent_id from regions where id = e.region_id
             union all select r.id, r.parent_id from regions r join up on r.id = up.parent_id) select id from up) r
         join sending_units u on u.region_id = r.id and u.competition_id = e.competition_id
         left join (nominations n join nomination_lists l on l.unit_id = n.unit_id and l.returned_at is null)
           on n.unit_id = u.id and n.entry_id = e.id and n.removed_at is null
         where e.competition_id = ? group by e.id
         having exists (select from nominations t where t.entry_id = e.id and t.unit_id = ? and t.removed_at is null
             and has_handed_up(t.unit_id)) or not awaits_nomination(e.id)`,
        [tree.competition.id, tree.province.id],
      );
      for (const one of arrived) expect(one).toMatchObject({ waits: false, handed: one.units });
    }),
    { numRuns: 4 },
  );
}, 60_000);
