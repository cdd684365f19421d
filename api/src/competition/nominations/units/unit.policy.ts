import { isSelected } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { notFound } from '../../../core/graphql/refusals.ts';
import { isMember } from '../../../people/organizations/index.ts';
import { blindCompetitions } from '../../../work/projects/index.ts';
import { canSeeCompetition, isOrganizer } from '../../competitions/index.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';

/** Whether the viewer acts for a unit: any member of its organization, unless they judge that competition blind. */
export async function actsFor(context: Context, unit: SendingUnit): Promise<boolean> {
  if (context.isOperator) return true;
  if (!(await isMember(context, unit.organization.id))) return false;
  return isOpenTo(context, unit);
}

/** The lists say whose entries are whose: not for who judges them blind, and not before the competition itself is seen. */
async function isOpenTo(context: Context, unit: SendingUnit): Promise<boolean> {
  if ((await blindCompetitions(context)).includes(unit.competition.id)) return false;
  return await canSeeCompetition(context, await unit.competition.loadOrFail());
}

/** Its own people, those of the units above it, and organizers. */
export async function canSeeUnit(context: Context, unit: SendingUnit): Promise<boolean> {
  if (context.isOperator || (await isOrganizer(context, unit.competition.id))) return true;
  return (await isOfUnitOrAbove(context, unit)) && (await isOpenTo(context, unit));
}

/** Its draft is its own people's and the organizers'; once handed up, it is for those above as well. */
export async function canSeeList(context: Context, unit: SendingUnit, isSubmitted: boolean): Promise<boolean> {
  if (isSubmitted) return await canSeeUnit(context, unit);
  return (await actsFor(context, unit)) || (await isOrganizer(context, unit.competition.id));
}

/** Whether the viewer acts for the unit that this one sends to. */
export async function actsAbove(context: Context, unit: SendingUnit): Promise<boolean> {
  const parent = await unit.parent?.load();
  return Boolean(parent && (await actsFor(context, parent)));
}

async function isOfUnitOrAbove(context: Context, unit: SendingUnit): Promise<boolean> {
  const { viewer } = context;
  if (!viewer) return false;
  return await isSelected(
    context,
    'unit.isOfOrAbove',
    unit.id,
    `with recursive up as (
       select id as of, parent_id, organization_id from sending_units where id = any(?::uuid[])
       union all select up.of, p.parent_id, p.organization_id from sending_units p join up on up.parent_id = p.id)
     select distinct up.of as id from up join organization_members m on m.organization_id = up.organization_id
     where m.user_id = ? and m.left_at is null`,
    [viewer.id],
  );
}

/** To everybody else the unit does not exist. */
export async function assertActsFor(context: Context, unit: SendingUnit): Promise<void> {
  if (!(await actsFor(context, unit))) throw notFound(context);
}
