import { sendingUnitsInput } from '@laurel/schema/nominations';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { FieldProblem, InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Competition, assertOrganizer } from '../../competitions/index.ts';
import { SendingUnit } from '../sending-unit.entity.ts';
import { readUnits, type UnitRow } from './read-units.ts';
import { SendingUnitsStandError, SetSendingUnitsSuccess, type SetSendingUnitsInput } from './unit.types.ts';

type Outcome = SetSendingUnitsSuccess | SendingUnitsStandError | InvalidInputError;

/**
 * Replaces the table of sending units; rows that did not change stay. Lists that are handed up keep their unit and the one
 * above it, and entries that are in keep the way they came in on. Organizers only.
 */
export async function setSendingUnits(context: Context, input: SetSendingUnitsInput): Promise<Outcome> {
  const { competitionId } = input;
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, sendingUnitsInput, { units: input.units });
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    await em.execute('select id from competitions where id = ? for update', [competitionId]);
    const competition = await em.findOneOrFail(Competition, { id: competitionId }, { refresh: true });
    if (competition.isRehearsal) {
      return make(InvalidInputError, { message: message(context.locale, 'rehearsal.madeUpPeople'), fields: [] });
    }
    const { rows, problems } = await readUnits(context, em, competition, parsed.units);
    await em.execute('select id from sending_units where competition_id = ? order by id for no key update', [
      competitionId,
    ]);
    const known = await em.find(SendingUnit, { competition }, { refresh: true });
    problems.push(...(await tooSmall(context, em, known, rows)));
    if (problems.length > 0) {
      return make(InvalidInputError, {
        message: message(context.locale, 'nomination.units.invalid'),
        fields: problems,
      });
    }
    const stands =
      (await switches(context, em, competitionId, known, rows)) ?? (await whatStands(context, em, known, rows));
    if (stands) return stands;
    await write(em, competition, known, rows);
    recordAct(context, em, 'setSendingUnits', { type: 'Competition', id: competitionId }, parsed);
    return make(SetSendingUnitsSuccess, { competition });
  });
}

/** Quotas that are smaller than the lists already are. */
async function tooSmall(
  { locale }: Context,
  em: EntityManager,
  known: readonly SendingUnit[],
  rows: readonly UnitRow[],
): Promise<FieldProblem[]> {
  const counts = await em.execute<{ region_id: string; n: number }[]>(
    `select u.region_id, count(*)::int as n from nominations n join sending_units u on u.id = n.unit_id
     where n.removed_at is null and u.id = any(?::uuid[]) group by u.region_id`,
    [`{${known.map(({ id }) => id).join(',')}}`],
  );
  const listed = new Map(counts.map((row) => [row.region_id, row.n]));
  return rows.flatMap(({ regionId, quota }, index) => {
    const n = listed.get(regionId) ?? 0;
    if (quota >= n) return [];
    return make(FieldProblem, {
      path: `units.${index}.quota`,
      message: message(locale, 'nomination.units.quotaTooSmall', { n }),
    });
  });
}

/** Entries that came in without nominations do not get to need them, nor the other way round. */
async function switches(
  { locale }: Context,
  em: EntityManager,
  competitionId: string,
  known: readonly SendingUnit[],
  rows: readonly UnitRow[],
): Promise<SendingUnitsStandError | null> {
  const regions = new Set(rows.map(({ regionId }) => regionId));
  const isEnd = known.length > 0 && !known.some(({ region }) => regions.has(region.id));
  if (known.length > 0 && !isEnd) return null;
  if (known.length === 0 && rows.length === 0) return null;
  const [entered] = await em.execute<unknown[]>(
    "select 1 from entries where competition_id = ? and status not in ('REJECTED', 'WITHDRAWN') limit 1",
    [competitionId],
  );
  if (!entered) return null;
  const key = isEnd ? 'nomination.units.tooLateToEnd' : 'nomination.units.tooLateToBegin';
  return userError({ locale }, SendingUnitsStandError, key, { unit: null });
}

/** The first unit that the table would change although its list, or that of the one above it, is handed up. */
async function whatStands(
  { locale }: Context,
  em: EntityManager,
  known: readonly SendingUnit[],
  rows: readonly UnitRow[],
): Promise<SendingUnitsStandError | null> {
  const found = await em.execute<{ id: string; sealed: boolean; used: boolean }[]>(
    `select u.id, has_handed_up(u.id) as sealed, exists (select from nominations n where n.unit_id = u.id)
       or exists (select from nomination_lists l where l.unit_id = u.id) as used
     from sending_units u where u.id = any(?::uuid[])`,
    [`{${known.map(({ id }) => id).join(',')}}`],
  );
  const states = new Map(found.map((row) => [row.id, row]));
  const byRegion = new Map(known.map((unit) => [unit.region.id, unit]));
  const byId = new Map(known.map((unit) => [unit.id, unit]));
  const wanted = new Map(rows.map((row) => [row.regionId, row]));
  const isSealed = (unit: SendingUnit | null | undefined) => Boolean(unit && states.get(unit.id)?.sealed);
  const blocked = (unit: SendingUnit, key: 'handedUp' | 'used') =>
    userError({ locale }, SendingUnitsStandError, `nomination.units.${key}`, { unit });
  for (const unit of known) {
    const row = wanted.get(unit.region.id);
    const above = byId.get(unit.parent?.id ?? '');
    if (!row && states.get(unit.id)?.used) return blocked(unit, isSealed(unit) ? 'handedUp' : 'used');
    if (row && isAsBefore(unit, row, above)) continue;
    if (isSealed(unit)) return blocked(unit, 'handedUp');
    if (above && isSealed(above) && above.region.id !== row?.parentRegionId) return blocked(above, 'handedUp');
  }
  for (const row of rows) {
    const above = byRegion.get(row.parentRegionId ?? '');
    const before = byRegion.get(row.regionId);
    if (above && isSealed(above) && before?.parent?.id !== above.id) return blocked(above, 'handedUp');
  }
  return null;
}

const isAsBefore = (unit: SendingUnit, row: UnitRow, above: SendingUnit | undefined): boolean =>
  unit.organization.id === row.organizationId &&
  unit.quota === row.quota &&
  unit.closesAt.getTime() === row.closesAt.getTime() &&
  (above?.region.id ?? null) === row.parentRegionId;

/** In six statements, whatever the number of units. */
async function write(
  em: EntityManager,
  competition: Competition,
  known: readonly SendingUnit[],
  rows: readonly UnitRow[],
): Promise<void> {
  const ids = new Map(known.map(({ id, region }) => [region.id, id]));
  const kept = new Set(rows.map(({ regionId }) => regionId));
  const gone = known.filter(({ region }) => !kept.has(region.id)).map(({ id }) => id);
  const table = rows.map((row) => ({ ...row, id: ids.get(row.regionId) ?? newId(), isNew: !ids.has(row.regionId) }));
  const idOf = new Map(table.map(({ regionId, id }) => [regionId, id]));
  const whole = table.map((row) => ({ ...row, parentId: idOf.get(row.parentRegionId ?? '') ?? null }));
  const values = `jsonb_to_recordset(?::jsonb) as w(id uuid, "regionId" uuid, "organizationId" uuid, quota int,
    "closesAt" timestamptz, "parentId" uuid, "isNew" boolean)`;
  const json = JSON.stringify(whole);
  // In this order, so that no row refers to one that is gone or not there yet.
  await em.execute(
    `update sending_units u set parent_id = null from ${values}
     where u.id = w.id and u.parent_id is distinct from w."parentId" and u.parent_id is not null`,
    [json],
  );
  await em.execute(
    'update sending_units set parent_id = null where id = any(?::uuid[]) and parent_id = any(?::uuid[])',
    [`{${gone.join(',')}}`, `{${gone.join(',')}}`],
  );
  await em.execute('delete from sending_units where id = any(?::uuid[])', [`{${gone.join(',')}}`]);
  await em.execute(
    `update sending_units u set organization_id = w."organizationId", quota = w.quota, closes_at = w."closesAt"
     from ${values} where u.id = w.id and (u.organization_id, u.quota, u.closes_at)
       is distinct from (w."organizationId", w.quota, w."closesAt")`,
    [json],
  );
  await em.execute(
    `insert into sending_units (id, competition_id, organization_id, region_id, parent_id, quota, closes_at, version)
     select w.id, ?, w."organizationId", w."regionId", w."parentId", w.quota, w."closesAt", 0 from ${values} where w."isNew"`,
    [competition.id, json],
  );
  await em.execute(
    `update sending_units u set parent_id = w."parentId" from ${values}
     where u.id = w.id and u.parent_id is distinct from w."parentId"`,
    [json],
  );
}
