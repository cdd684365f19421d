import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { closeRanks } from './close-ranks.ts';
import { readFacts } from '../rules/facts.ts';
import { findUnit, holdUnit } from '../units/hold-unit.ts';
import { Nomination } from '../nomination.entity.ts';
import {
  RemoveNominationSuccess,
  type NominationRefusedError,
  type RemoveNominationInput,
} from '../nomination.types.ts';
import { refuse } from '../rules/refuse.ts';
import { isTime, NominationRule } from '../rules/rules.ts';
import { assertActsFor } from '../units/unit.policy.ts';

/** Takes an entry off the list of a unit; those behind it move up. Members of the unit's organization only. */
export async function removeNomination(
  context: Context,
  { nominationId }: RemoveNominationInput,
): Promise<RemoveNominationSuccess | NominationRefusedError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const found = isId(nominationId) ? await em.findOne(Nomination, { id: nominationId }) : null;
    if (!found) throw notFound(context);
    const unit = await findUnit(inside, em, found.unit.id, assertActsFor);
    await holdUnit(em, unit);
    const nomination = await em.refresh(found);
    if (!nomination || nomination.removedAt) throw notFound(context);
    const facts = await readFacts(em, unit.id, null);
    const now = context.clock.now();
    if (facts.isSubmitted) return await refuse(inside, em, unit, NominationRule.LIST_SUBMITTED, facts);
    if (!isTime(facts, now)) return await refuse(inside, em, unit, NominationRule.CLOSED, facts);
    const { rank } = nomination;
    em.assign(nomination, { rank: null, removedAt: now });
    unit.version += 1;
    await em.flush();
    await closeRanks(em, unit.id);
    const entryId = nomination.entry.id;
    recordAct(context, em, 'removeNomination', { type: 'SendingUnit', id: unit.id }, { entryId, rank });
    return make(RemoveNominationSuccess, { unit });
  });
}
