import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { closeRanks } from './close-ranks.ts';
import { readFacts } from '../rules/facts.ts';
import { findUnit, holdUnit } from '../units/hold-unit.ts';
import { NominationList } from '../nomination-list.entity.ts';
import {
  SubmitNominationsSuccess,
  type NominationRefusedError,
  type StaleListError,
  type SubmitNominationsInput,
} from '../nomination.types.ts';
import { refuse } from '../rules/refuse.ts';
import { isTime, NominationRule, type Facts } from '../rules/rules.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';
import { staleList } from './stale-list.ts';
import { assertActsFor } from '../units/unit.policy.ts';

type Outcome = SubmitNominationsSuccess | NominationRefusedError | StaleListError;

/**
 * Hands up the ranked list of a unit, sealed with its text and hash; it stands until it is returned. It may be empty.
 * Members of the unit's organization only.
 */
export async function submitNominations(
  context: Context,
  { unitId, version }: SubmitNominationsInput,
): Promise<Outcome> {
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const unit = await findUnit(inside, em, unitId, assertActsFor);
    await holdUnit(em, unit);
    const facts = await readFacts(em, unit.id, null);
    const now = context.clock.now();
    if (facts.isSubmitted) return await refuse(inside, em, unit, NominationRule.LIST_SUBMITTED, facts);
    if (!isTime(facts, now)) return await refuse(inside, em, unit, NominationRule.CLOSED, facts);
    if (unit.version !== version) return staleList(context, unit);
    const broken = await brokenRule(em, unit, facts);
    if (broken) return await refuse(inside, em, unit, broken.rule, broken.facts);
    // Where an entry was withdrawn meanwhile.
    await closeRanks(em, unit.id);
    const [sealed] = await em.execute<{ text: string; next: number }[]>(
      `select text_of_nominations(?, next) as text, next from (
         select count(*)::int + 1 as next from nomination_lists where unit_id = ?) n`,
      [unit.id, unit.id],
    );
    if (!sealed) throw new Error('a list has a text');
    const sha256 = createHash('sha256').update(sealed.text).digest('hex');
    em.create(NominationList, {
      unit,
      version: sealed.next,
      text: sealed.text,
      sha256,
      submittedAt: now,
      submittedBy: context.viewer?.id ?? null,
    });
    unit.version += 1;
    recordAct(context, em, 'submitNominations', { type: 'SendingUnit', id: unit.id }, { list: sealed.next, sha256 });
    return make(SubmitNominationsSuccess, { unit });
  });
}

/** What was in order when an entry was put on the list may have changed since. */
async function brokenRule(
  em: EntityManager,
  { id }: SendingUnit,
  facts: Facts,
): Promise<{ rule: NominationRule; facts: Facts } | null> {
  const [row] = await em.execute<{ missing: string | null; winner: string | null }[]>(
    `select missing_level(entry_id, unit_id) as missing, earlier_winner(entry_id) as winner from nominations
     where unit_id = ? and removed_at is null and (missing_level(entry_id, unit_id) is not null or earlier_winner(entry_id) is not null)
     order by rank limit 1`,
    [id],
  );
  if (!row) return null;
  return {
    rule: row.missing ? NominationRule.SKIPPED_LEVEL : NominationRule.EARLIER_WINNER,
    facts: { ...facts, missingUnitId: row.missing, winnerId: row.winner },
  };
}
