import { selectRows } from '../../core/load-rows.ts';
import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { isMember, Organization, Region } from '../../people/organizations/index.ts';
import { blindCompetitions } from '../../work/projects/index.ts';
import { isOrganizer } from '../competitions/index.ts';
import { EntryStatus, type Entry } from '../entries/index.ts';
import { WayUpState, WayUpStep } from './nomination.types.ts';

interface Row {
  entry_id: string;
  region_id: string;
  organization_id: string;
  closes_at: Date;
  list_at: Date | null;
  is_named: boolean;
}

/** The units on the way of an entry up, the lowest first; of many entries in one statement. */
const unitsAbove = async (context: Context, entryId: string): Promise<Row[]> =>
  await selectRows<Row>(
    context,
    'entry.unitsAbove',
    entryId,
    `select e.id, u.region_id, u.organization_id, u.closes_at, l.submitted_at as list_at,
       exists (select from nominations n where n.unit_id = u.id and n.entry_id = e.id and n.removed_at is null) as is_named
     from unnest(?::uuid[]) as e(id) cross join lateral units_above(e.id) a join sending_units u on u.id = a.id
       left join nomination_lists l on l.unit_id = u.id and l.returned_at is null
     order by e.id, a.height`,
  );

/** Whether the viewer acts for a unit on the way of an entry, and does not judge it blind. */
export async function actsOnWay(context: Context, entry: Entry): Promise<boolean> {
  if (!context.viewer || (await blindCompetitions(context)).includes(entry.competition.id)) return false;
  const units = await unitsAbove(context, entry.id);
  const mine = await Promise.all(units.map(({ organization_id }) => isMember(context, organization_id)));
  return mine.some(Boolean);
}

const going = new Set([EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ACCEPTED]);

/** Where an entry stands on its way up, for its own people, those on the way, and organizers; empty for everybody else. */
export async function wayUpOf(context: Context, entry: Entry): Promise<WayUpStep[]> {
  const mayKnow =
    (await isMember(context, entry.organization.id)) ||
    (await isOrganizer(context, entry.competition.id)) ||
    (await actsOnWay(context, entry));
  if (!mayKnow || !going.has(entry.status)) return [];
  const now = context.clock.now();
  let isHere = true;
  const steps: WayUpStep[] = [];
  for (const row of await unitsAbove(context, entry.id)) {
    const isNominated = row.list_at !== null && row.is_named;
    const isOver = row.list_at !== null || new Date(row.closes_at) <= now;
    const state = isNominated
      ? WayUpState.NOMINATED
      : isOver
        ? WayUpState.LEFT_OUT
        : isHere
          ? WayUpState.HERE
          : WayUpState.AHEAD;
    isHere &&= isNominated;
    steps.push(
      make(WayUpStep, {
        state,
        region: await findOf(context, Region, row.region_id),
        organization: await findOf(context, Organization, row.organization_id),
        nominatedAt: isNominated && row.list_at ? new Date(row.list_at) : null,
        closesAt: new Date(row.closes_at),
      }),
    );
  }
  return steps;
}

/** By reference, so that those of many entries load together. */
async function findOf<T extends Region | Organization>(context: Context, type: new () => T, id: string): Promise<T> {
  return await load<T | null>(
    context,
    `way.${type.name}`,
    id,
    async (ids) => {
      const found = await context.em.find<T>(type, { id: { $in: [...ids] } } as object);
      return new Map(found.map((one) => [one.id, one as T]));
    },
    null,
  ).then((one) => {
    if (!one) throw new Error(`there is no ${type.name} ${id}`);
    return one;
  });
}
