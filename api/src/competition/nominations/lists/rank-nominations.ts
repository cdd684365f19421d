import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { invalidField } from '../../../core/graphql/parse-input.ts';
import { make, type InvalidInputError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { readFacts } from '../rules/facts.ts';
import { findUnit, holdUnit } from '../units/hold-unit.ts';
import { Nomination } from '../nomination.entity.ts';
import {
  RankNominationsSuccess,
  type NominationRefusedError,
  type RankNominationsInput,
  type StaleListError,
} from '../nomination.types.ts';
import { refuse } from '../rules/refuse.ts';
import { isTime, NominationRule } from '../rules/rules.ts';
import { staleList } from './stale-list.ts';
import { assertActsFor } from '../units/unit.policy.ts';

type Outcome = RankNominationsSuccess | NominationRefusedError | StaleListError | InvalidInputError;

/** Reorders the whole list of a unit, if it still has the version that the person saw. */
export async function rankNominations(
  context: Context,
  { unitId, version, nominationIds }: RankNominationsInput,
): Promise<Outcome> {
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const unit = await findUnit(inside, em, unitId, assertActsFor);
    await holdUnit(em, unit);
    const facts = await readFacts(em, unit.id, null);
    if (facts.isSubmitted) return await refuse(inside, em, unit, NominationRule.LIST_SUBMITTED, facts);
    if (!isTime(facts, context.clock.now())) return await refuse(inside, em, unit, NominationRule.CLOSED, facts);
    if (unit.version !== version) return staleList(context, unit);
    const listed = await em.find(Nomination, { unit, removedAt: null }, { orderBy: { rank: 'asc' } });
    const wanted = new Set(nominationIds);
    if (
      wanted.size !== nominationIds.length ||
      wanted.size !== listed.length ||
      listed.some(({ id }) => !wanted.has(id))
    ) {
      return invalidField(context, 'nominationIds');
    }
    await em.execute(
      `update nominations n set rank = w.place from unnest(?::uuid[]) with ordinality as w(id, place)
       where n.id = w.id and n.rank <> w.place`,
      [`{${nominationIds.join(',')}}`],
    );
    unit.version += 1;
    recordAct(context, em, 'rankNominations', { type: 'SendingUnit', id: unit.id }, { nominationIds });
    return make(RankNominationsSuccess, { unit });
  });
}
