import { returnNominationsInput } from '@laurel/schema/nominations';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput, fieldProblem } from '../../../core/graphql/parse-input.ts';
import { forbidden, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import type { MessageKey } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { instantOf } from '@laurel/schema/wall-clock';
import { MessageKind, queueToManyMembers } from '../../../platform/messages/index.ts';
import { Competition, isOrganizer } from '../../competitions/index.ts';
import { findUnit, holdUnit } from '../units/hold-unit.ts';
import { NominationList } from '../nomination-list.entity.ts';
import { ListInUseError, ReturnNominationsSuccess, type ReturnNominationsInput } from '../nomination.types.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';
import { matterOf } from '../units/unit-message.ts';
import { actsAbove, canSeeUnit } from '../units/unit.policy.ts';
import { closeRanks } from './close-ranks.ts';

type Outcome = ReturnNominationsSuccess | ListInUseError | InvalidInputError;

/**
 * Returns a list to the unit that handed it up, with a reason, and removes its entries from the list of the unit above. For
 * those who act for the unit above, and for organizers.
 */
export async function returnNominations(context: Context, input: ReturnNominationsInput): Promise<Outcome> {
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const unit = await findUnit(inside, em, input.unitId, assertMayReturn);
    const parsed = parseInput(context, returnNominationsInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    // Units are set up by one at a time; nobody moves this one meanwhile.
    await em.execute('select id from competitions where id = ? for share', [unit.competition.id]);
    const parent = (await unit.parent?.load()) ?? null;
    if (parent) await holdUnit(em, parent);
    await holdUnit(em, unit);
    const list = await em.findOne(NominationList, { unit, returnedAt: null });
    if (!list) throw notFound(context);
    const obstacle = await obstacleOf(em, unit, parent);
    if (obstacle) return userError(context, ListInUseError, obstacle);
    const competition = await em.findOneOrFail(Competition, { id: unit.competition.id });
    const closesAt = endOf(context, competition, unit, parent, parsed.closesAt ?? null);
    if (closesAt instanceof InvalidInputError) return closesAt;
    const now = context.clock.now();
    const taken = parent ? await takeOff(em, unit, parent, now) : 0;
    em.assign(list, { returnedAt: now, returnedBy: context.viewer?.id ?? null, returnReason: parsed.reason });
    await em.flush();
    em.assign(unit, { closesAt, version: unit.version + 1 });
    const news = { kind: MessageKind.NOMINATIONS_RETURNED, reason: parsed.reason } as const;
    await queueToManyMembers(context, em, [await matterOf(competition, unit, news)]);
    const details = { list: list.version, reason: parsed.reason, taken };
    recordAct(context, em, 'returnNominations', { type: 'SendingUnit', id: unit.id }, details);
    return make(ReturnNominationsSuccess, { unit });
  });
}

async function assertMayReturn(context: Context, unit: SendingUnit): Promise<void> {
  if (context.isOperator || (await isOrganizer(context, unit.competition.id)) || (await actsAbove(context, unit)))
    return;
  throw (await canSeeUnit(context, unit)) ? forbidden(context) : notFound(context);
}

/** What builds on the list: the sealed one of the unit above, or, at the top, what the organizers accepted. */
async function obstacleOf(
  em: EntityManager,
  unit: SendingUnit,
  parent: SendingUnit | null,
): Promise<MessageKey | null> {
  const [row] = await em.execute<{ sealed: boolean; accepted: boolean }[]>(
    `select has_handed_up(?) and exists (select from nominations n join nominations a on a.entry_id = n.entry_id
         and a.unit_id = ? and a.removed_at is null where n.unit_id = ? and n.removed_at is null) as sealed,
       exists (select from nominations n join entries e on e.id = n.entry_id
         where n.unit_id = ? and n.removed_at is null and (e.status = 'ACCEPTED' or e.settled_as = 'ACCEPT')) as accepted`,
    [parent?.id ?? null, parent?.id ?? null, unit.id, unit.id],
  );
  if (row?.sealed) return 'nomination.returned.sealedAbove';
  return !parent && row?.accepted ? 'nomination.returned.accepted' : null;
}

/** Removes the entries of a unit from the list of the one above. */
async function takeOff(em: EntityManager, unit: SendingUnit, parent: SendingUnit, now: Date): Promise<number> {
  const rows = await em.execute<unknown[]>(
    `update nominations a set rank = null, removed_at = ? where a.unit_id = ? and a.removed_at is null
       and exists (select from nominations n where n.unit_id = ? and n.entry_id = a.entry_id and n.removed_at is null)
     returning a.id`,
    [now, parent.id, unit.id],
  );
  if (rows.length > 0) {
    await closeRanks(em, parent.id);
    parent.version += 1;
  }
  return rows.length;
}

/** Until when the unit can nominate again: as before, or as is said now. */
function endOf(
  context: Context,
  { timeZone }: Competition,
  unit: SendingUnit,
  parent: SendingUnit | null,
  wanted: string | null,
): Date | InvalidInputError {
  const closesAt = wanted ? instantOf(wanted, timeZone).instant : unit.closesAt;
  const problem =
    closesAt <= context.clock.now()
      ? 'nomination.returned.needsTime'
      : parent && closesAt > parent.closesAt
        ? 'nomination.units.closesAfterParent'
        : null;
  return problem ? fieldProblem(context, 'closesAt', problem) : closesAt;
}
