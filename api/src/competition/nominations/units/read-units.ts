import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { FieldProblem, make } from '../../../core/graphql/user-error.ts';
import { message, type MessageKey } from '../../../core/messages.ts';
import { instantOf } from '@laurel/schema/wall-clock';
import { type Competition } from '../../competitions/index.ts';
import type { SendingUnitInput } from './unit.types.ts';

export interface UnitRow {
  regionId: string;
  organizationId: string;
  quota: number;
  closesAt: Date;
  /** Of the smallest region around it that has a unit too. */
  parentRegionId: string | null;
}

interface Region {
  id: string;
  code: string;
  parent_id: string | null;
}

interface Found {
  wanted: string;
  id: string;
  hits: number;
}

/** Reads the rows of the table, with what is wrong by row and column. */
export async function readUnits(
  { locale }: Context,
  em: EntityManager,
  competition: Competition,
  units: readonly SendingUnitInput[],
): Promise<{ rows: UnitRow[]; problems: FieldProblem[] }> {
  const regions = await regionsInside(em, competition.region.id);
  const organizations = await organizationsNamed(
    em,
    units.map(({ organization }) => organization),
  );
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const byId = new Map(regions.map((region) => [region.id, region]));
  const problems: FieldProblem[] = [];
  const report = (index: number, field: keyof SendingUnitInput, key: MessageKey, values: object = {}) => {
    const path = `units.${index}.${field}`;
    problems.push(make(FieldProblem, { path, message: message(locale, key, { ...values }) }));
  };
  const rows = units.map(({ regionCode, organization, quota, closesAt }, index) => {
    const region = byCode.get(regionCode);
    if (!region) report(index, 'regionCode', 'nomination.units.noSuchRegion', { regionCode });
    const found = organizations.get(organization);
    if (!found) report(index, 'organization', 'nomination.units.noSuchOrganization', { organization });
    else if (found.hits > 1) report(index, 'organization', 'nomination.units.manyOrganizations', { organization });
    const { instant, isShown } = instantOf(closesAt, competition.timeZone);
    if (isShown === 'SKIPPED') report(index, 'closesAt', 'nomination.units.timeSkipped');
    return { region, organizationId: found?.id ?? '', quota, closesAt: instant };
  });
  const sending = new Set(rows.map(({ region }) => region?.id));
  const read = rows.map(({ region, ...rest }): UnitRow => ({
    ...rest,
    regionId: region?.id ?? '',
    parentRegionId: parentOf(region, byId, sending),
  }));
  if (problems.length === 0) findClashes(read, report);
  return { rows: read, problems };
}

/** The smallest region around one that sends too. */
function parentOf(
  region: Region | undefined,
  byId: ReadonlyMap<string, Region>,
  sending: ReadonlySet<string | undefined>,
): string | null {
  let above = byId.get(region?.parent_id ?? '');
  while (above && !sending.has(above.id)) above = byId.get(above.parent_id ?? '');
  return above?.id ?? null;
}

/** Conflicts between rows. */
function findClashes(
  rows: readonly UnitRow[],
  report: (index: number, field: keyof SendingUnitInput, key: MessageKey) => void,
): void {
  const byRegion = new Map(rows.map((row) => [row.regionId, row]));
  const seen = new Set<string>();
  for (const [index, { organizationId, parentRegionId, closesAt }] of rows.entries()) {
    if (seen.has(organizationId)) report(index, 'organization', 'nomination.units.organizationTwice');
    seen.add(organizationId);
    const parent = byRegion.get(parentRegionId ?? '');
    if (parent && closesAt > parent.closesAt) report(index, 'closesAt', 'nomination.units.closesAfterParent');
  }
}

const regionsInside = async (em: EntityManager, regionId: string): Promise<Region[]> =>
  await em.execute<Region[]>(
    `with recursive r as (select id, code, parent_id from regions where id = ?
       union all select c.id, c.code, c.parent_id from regions c join r on c.parent_id = r.id) select * from r`,
    [regionId],
  );

/** Verified organizations by slug or by their whole name. */
async function organizationsNamed(em: EntityManager, names: readonly string[]): Promise<Map<string, Found>> {
  const rows = await em.execute<Found[]>(
    `select w.wanted, min(o.id::text) as id, count(distinct o.id)::int as hits
     from jsonb_array_elements_text(?::jsonb) as w(wanted)
       join organizations o on o.status = 'VERIFIED' and w.wanted in (o.slug, o.name_zh, o.name_en)
     group by w.wanted`,
    [JSON.stringify([...new Set(names)])],
  );
  return new Map(rows.map((row) => [row.wanted, row]));
}
