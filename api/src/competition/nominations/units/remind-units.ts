import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { dayIn } from '../../../core/time/local-day.ts';
import { MessageKind, queueToManyMembers } from '../../../platform/messages/index.ts';
import { Organization } from '../../../people/organizations/index.ts';
import { Competition, assertOrganizer } from '../../competitions/index.ts';
import { SendingUnit } from '../sending-unit.entity.ts';
import { matterOf } from './unit-message.ts';
import { NobodyToRemindError, RemindSendingUnitsSuccess, type RemindSendingUnitsInput } from './unit.types.ts';

/** Reminds units that have not handed up their lists; a person gets at most one reminder a day. Organizers only. */
export async function remindSendingUnits(
  context: Context,
  { competitionId, unitIds }: RemindSendingUnitsInput,
): Promise<RemindSendingUnitsSuccess | NobodyToRemindError> {
  await assertOrganizer(context, competitionId);
  if (unitIds?.some((id) => !isId(id))) throw notFound(context);
  return await unitOfWork(context, async (em) => {
    const competition = await em.findOneOrFail(Competition, { id: competitionId });
    const waiting = await em.execute<{ id: string }[]>(
      `select id from sending_units where competition_id = ? and not has_handed_up(id) ${unitIds ? 'and id = any(?::uuid[])' : ''}`,
      [competitionId, ...(unitIds ? [`{${unitIds.join(',')}}`] : [])],
    );
    if (waiting.length === 0) return userError(context, NobodyToRemindError, 'nomination.nobodyToRemind');
    const units = await em.find(SendingUnit, { id: { $in: waiting.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
    await em.find(Organization, { id: { $in: units.map(({ organization }) => organization.id) } });
    const day = dayIn(competition.timeZone, context.clock.now());
    const kind = MessageKind.NOMINATION_REMINDER as const;
    const matters = await Promise.all(
      units.map((unit) => matterOf(competition, unit, { kind, once: `nomination-reminder/${unit.id}/${day}` })),
    );
    const messages = await queueToManyMembers(context, em, matters);
    recordAct(context, em, 'remindSendingUnits', { type: 'Competition', id: competitionId }, { units: units.length });
    return make(RemindSendingUnitsSuccess, { messages });
  });
}
