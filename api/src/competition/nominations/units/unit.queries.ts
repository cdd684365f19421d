import { isSelected, rowsBy, selectRows } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import type { PageSource } from '../../../core/graphql/page.ts';
import { blindCompetitions } from '../../../work/projects/index.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { isOrganizer, visibleCompetitions, type Competition } from '../../competitions/index.ts';
import { Entry, patternsOf, searchOf } from '../../entries/index.ts';
import { NominationList } from '../nomination-list.entity.ts';
import { Nomination } from '../nomination.entity.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';
import { SendingUnit as Unit } from '../sending-unit.entity.ts';
import { NominationFigures, SendingUnitState, type CandidatesArgs } from './unit.types.ts';

interface Condition {
  sql: string;
  params?: unknown[];
}

interface UnitCounts {
  nominated: number;
  accepted: number;
  received: number;
  opensAt: Date | null;
}

/** How full the list of a unit is, and what has come up to it; of many units in one statement. */
export async function countsOf(context: Context, unitId: string): Promise<UnitCounts> {
  const [row] = await selectRows<{ nominated: number; accepted: number; received: number; opens_at: Date | null }>(
    context,
    'unit.counts',
    unitId,
    `select u.id, n.nominated, n.accepted, (select count(*)::int from entries e where ${received('u')}) as received,
       case when c.opened_at is not null then s.opens_at end as opens_at
     from sending_units u join competitions c on c.id = u.competition_id
       left join stages s on s.competition_id = c.id and s.kind = 'SUBMISSION'
       cross join lateral (select count(*)::int as nominated, count(*) filter (where e.status = 'ACCEPTED')::int as accepted
         from nominations n join entries e on e.id = n.entry_id where n.unit_id = u.id and n.removed_at is null) n
     where u.id = any(?::uuid[])`,
  );
  if (!row) return { nominated: 0, accepted: 0, received: 0, opensAt: null };
  const { opens_at: opensAt, ...counts } = row;
  return { ...counts, opensAt: opensAt && new Date(opensAt) };
}

/** That an entry competes and has come up to a unit: from its own ground, or handed up by the one below. */
const received = (unit: string) => `e.competition_id = ${unit}.competition_id
  and e.status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')
  and e.region_id in (with recursive r as (select ${unit}.region_id as id
    union all select c.id from regions c join r on c.parent_id = r.id) select id from r)
  and came_up(e.id, ${unit}.id)`;

/** What has come up to a unit and is not on its list, in the order of handing in. */
export function candidatesOf({ search, categoryKey }: CandidatesArgs): PageSource<Entry> {
  const searched = searchOf(search);
  const where: Condition[] = [
    { sql: received('u') },
    {
      sql: `not exists (select from nominations n where n.unit_id = u.id and n.entry_id = e.id and n.removed_at is null)`,
    },
    ...patternsOf(searched).map((pattern) => ({ sql: 'e.search_text like ?', params: [pattern] })),
  ];
  if (categoryKey) {
    where.push({ sql: 'e.category_id in (select id from categories where key = ?)', params: [categoryKey] });
  }
  return {
    entity: Entry,
    name: `unit.candidates/${JSON.stringify([searched, categoryKey])}`,
    from: 'entries e join sending_units u on u.competition_id = e.competition_id',
    alias: 'e',
    parent: 'u.id',
    where,
    order: { sql: 'e.number', type: 'integer' },
  };
}

export const nominationsOf: PageSource<Nomination> = {
  entity: Nomination,
  name: 'unit.nominations',
  from: 'nominations n',
  alias: 'n',
  parent: 'n.unit_id',
  where: [{ sql: 'n.removed_at is null' }],
  order: { sql: 'n.rank', type: 'integer' },
};

/** Every list that a unit handed up, the last first; of many units in one statement. */
export const listsOf = rowsBy(NominationList, 'unit', { orderBy: { version: 'desc' } });
export async function stateOf(context: Context, unit: SendingUnit): Promise<SendingUnitState> {
  const lists = await listsOf(context, unit.id);
  if (lists.some(({ returnedAt }) => !returnedAt)) return SendingUnitState.SUBMITTED;
  const { opensAt } = await countsOf(context, unit.id);
  const now = context.clock.now();
  if (!opensAt || now < opensAt) return SendingUnitState.UPCOMING;
  return now < unit.closesAt ? SendingUnitState.OPEN : SendingUnitState.LATE;
}

/** The same as a condition on `sending_units u`. */
function stateSql({ clock }: Context, state: SendingUnitState): Condition {
  const begun = `exists (select from stages s join competitions c on c.id = s.competition_id where c.id = u.competition_id
    and c.opened_at is not null and s.kind = 'SUBMISSION' and s.opens_at <= ?)`;
  const now = clock.now();
  switch (state) {
    case SendingUnitState.SUBMITTED:
      return { sql: 'has_handed_up(u.id)' };
    case SendingUnitState.UPCOMING:
      return { sql: `not has_handed_up(u.id) and not ${begun}`, params: [now] };
    case SendingUnitState.OPEN:
      return { sql: `not has_handed_up(u.id) and ${begun} and u.closes_at > ?`, params: [now, now] };
    case SendingUnitState.LATE:
      return { sql: `not has_handed_up(u.id) and ${begun} and u.closes_at <= ?`, params: [now, now] };
  }
}

/** Of the units of a competition those that the viewer may see, by the code of their region; `canSeeUnit` as a condition. */
export async function unitsOf(
  context: Context,
  { id }: Competition,
  state: SendingUnitState | null,
): Promise<PageSource<Unit>> {
  const where: Condition[] = state ? [stateSql(context, state)] : [];
  if (!context.isOperator && !(await isOrganizer(context, id))) {
    where.push({
      sql: `u.competition_id <> all (?::uuid[]) and exists (
        with recursive up as (select u.id, u.parent_id, u.organization_id
          union all select p.id, p.parent_id, p.organization_id from sending_units p join up on up.parent_id = p.id)
        select from up join organization_members m on m.organization_id = up.organization_id
        where m.user_id = ? and m.left_at is null)`,
      params: [`{${(await blindCompetitions(context)).join(',')}}`, context.viewer?.id ?? null],
    });
  }
  return {
    entity: Unit,
    name: `competition.sendingUnits/${state}`,
    from: 'sending_units u join regions r on r.id = u.region_id',
    alias: 'u',
    parent: 'u.competition_id',
    where,
    order: { sql: 'r.code', type: 'text' },
  };
}

/** Units that the viewer acts for, those that close first before the others. */
export async function unitsActedFor(context: Context, viewerId: string): Promise<PageSource<Unit>> {
  const seen = visibleCompetitions('c', viewerId);
  return {
    entity: Unit,
    name: 'viewer.sendingUnits',
    from: 'sending_units u join competitions c on c.id = u.competition_id',
    alias: 'u',
    where: [
      seen,
      {
        sql: `c.id <> all (?::uuid[]) and exists (select from organization_members m
          where m.organization_id = u.organization_id and m.user_id = ? and m.left_at is null)`,
        params: [`{${(await blindCompetitions(context)).join(',')}}`, viewerId],
      },
    ],
    order: { sql: 'u.closes_at', type: 'timestamptz', descending: true },
  };
}

/** How far nominations are in a competition. */
export async function figuresOf({ em, clock }: Context, competitionId: string): Promise<NominationFigures> {
  const [row] = await em.execute<NominationFigures[]>(
    `select count(*)::int as units, count(*) filter (where has_handed_up(u.id))::int as submitted,
       count(*) filter (where not has_handed_up(u.id) and u.closes_at <= ?)::int as late,
       coalesce(sum(u.quota) filter (where u.parent_id is null), 0)::int as quota,
       (select count(*)::int from nominations n join sending_units t on t.id = n.unit_id
         where t.competition_id = ? and t.parent_id is null and n.removed_at is null and has_handed_up(t.id)) as arrived,
       (select count(*)::int from entries e where e.competition_id = ? and e.status = 'SUBMITTED'
         and not exists (select from units_above(e.id))) as outside
     from sending_units u where u.competition_id = ?`,
    [clock.now(), competitionId, competitionId, competitionId],
  );
  return make(NominationFigures, row ?? { units: 0, submitted: 0, late: 0, quota: 0, arrived: 0, outside: 0 });
}

/** Whether entries of a competition are nominated by units; of many in one statement. */
export const hasUnits = async (context: Context, competitionId: string): Promise<boolean> =>
  await isSelected(
    context,
    'competition.hasUnits',
    competitionId,
    'select distinct competition_id as id from sending_units where competition_id = any(?::uuid[])',
  );
