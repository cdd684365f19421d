import {
  nominateEntry,
  NominateEntrySuccess,
  setSendingUnits,
  SetSendingUnitsSuccess,
  submitEntry,
  SubmitEntrySuccess,
  submitNominations,
  SubmitNominationsSuccess,
} from '@laurel/api';
import { dayFrom } from '../generate/dates.ts';
import { earlyProjects, sendingUnits } from '../generate/units.ts';
import type { LoadedCompetition } from './competition.ts';
import { loadProjects } from './entries.ts';
import type { Registry } from './registry.ts';
import { expectResult, need, type Scene } from './scene.ts';

/** What clocks in China show at six in the evening of a day. */
const eveningOf = (day: Date) => `${new Date(day.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}T18:00`;

/** The tree of sending units; before anybody hands in. */
export async function loadUnits(on: Scene, competition: LoadedCompetition, anchor: Date): Promise<void> {
  expectResult(
    await setSendingUnits(on.operator(), {
      competitionId: competition.id,
      units: sendingUnits().map(({ regionCode, organizationSlug, quota, closesOnDay }) => ({
        regionCode,
        organization: organizationSlug,
        quota,
        closesAt: eveningOf(dayFrom(anchor, closesOnDay)),
      })),
    }),
    SetSendingUnitsSuccess,
    'sending units',
  );
}

/** Some entries, one county's list handed up to its city, and another one begun. */
export async function loadNominations(on: Scene, registry: Registry, competition: LoadedCompetition): Promise<void> {
  const operator = on.operator();
  const units = new Map(
    (
      await operator.em.execute<{ id: string; code: string }[]>(
        'select u.id, r.code from sending_units u join regions r on r.id = u.region_id where u.competition_id = ?',
        [competition.id],
      )
    ).map(({ id, code }) => [code, id]),
  );
  const categoryId = [...competition.categoryIds.values()][0] ?? '';
  const seeds = earlyProjects();
  const projects = await loadProjects(
    on,
    registry,
    seeds.map((seed) => ({ seed })),
  );
  const nominate = async (regionCode: string, entryId: string) =>
    expectResult(
      await nominateEntry(on.operator(), { unitId: need(units, regionCode, 'unit'), entryId }),
      NominateEntrySuccess,
      'nomination',
    );
  const begun = new Set<string>();
  for (const [i, { regionCode }] of seeds.entries()) {
    const { entry } = expectResult(
      await submitEntry(on.operator(), {
        projectId: projects[i] ?? '',
        competitionId: competition.id,
        categoryId,
      }),
      SubmitEntrySuccess,
      'entry',
    );
    // All of one county, the first of the other.
    if (regionCode === '220102' || !begun.has(regionCode)) await nominate(regionCode, entry.id);
    begun.add(regionCode);
  }
  const unitId = need(units, '220102', 'unit');
  const [row] = await on
    .operator()
    .em.execute<{ version: number }[]>('select version from sending_units where id = ?', [unitId]);
  expectResult(
    await submitNominations(on.operator(), { unitId, version: row?.version ?? 0 }),
    SubmitNominationsSuccess,
    'list',
  );
}
