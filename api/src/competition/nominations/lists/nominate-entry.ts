import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { EntryNotEditableError, EntryStatus, holdEntry } from '../../entries/index.ts';
import { readFacts } from '../rules/facts.ts';
import { findUnit, holdUnit } from '../units/hold-unit.ts';
import { Nomination } from '../nomination.entity.ts';
import { NominateEntrySuccess, type NominateEntryInput, type NominationRefusedError } from '../nomination.types.ts';
import { refuse } from '../rules/refuse.ts';
import { refusalOf } from '../rules/rules.ts';
import { assertActsFor } from '../units/unit.policy.ts';

const competing = new Set([EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ACCEPTED]);

/** Puts an entry last on the list of a unit. Members of its organization only. */
export async function nominateEntry(
  context: Context,
  { unitId, entryId }: NominateEntryInput,
): Promise<NominateEntrySuccess | NominationRefusedError | EntryNotEditableError> {
  return await unitOfWork(context, async (em, inside) => {
    const unit = await findUnit(inside, em, unitId, assertActsFor);
    if (!isId(entryId)) throw notFound(context);
    const entry = await holdEntry(inside, em, entryId, async ({ competition }) => {
      if (competition.id !== unit.competition.id) throw notFound(context);
    });
    await holdUnit(em, unit);
    // Of one organization, one thing at a time: two units might nominate the same work twice.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 12))', [entry.organization.id]);
    const facts = await readFacts(em, unit.id, entry.id);
    const now = context.clock.now();
    const rule = refusalOf(facts, now);
    if (rule) return await refuse(inside, em, unit, rule, facts);
    if (!competing.has(entry.status)) {
      const { status } = entry;
      return userError(context, EntryNotEditableError, 'nomination.notCompeting', { status });
    }
    const rank = facts.nominated + 1;
    const nomination = em.create(Nomination, { unit, entry, rank, addedBy: context.viewer?.id ?? null, addedAt: now });
    unit.version += 1;
    recordAct(context, em, 'nominateEntry', { type: 'SendingUnit', id: unit.id }, { entryId, rank });
    return make(NominateEntrySuccess, { nomination });
  });
}
