import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../../core/messages.ts';
import { Competition } from '../../competitions/index.ts';
import { Entry } from '../../entries/index.ts';
import { clausesOf } from './clauses.ts';
import { NominationRefusedError } from '../nomination.types.ts';
import { NominationRule, type Facts } from './rules.ts';
import { SendingUnit } from '../sending-unit.entity.ts';

/** The refusal by a rule: its clause, and what exactly is in the way. */
export async function refuse(
  inside: Context,
  em: EntityManager,
  unit: SendingUnit,
  rule: NominationRule,
  facts: Facts,
): Promise<NominationRefusedError> {
  const clauses = await clausesOf(inside, unit.competition.id);
  return make(NominationRefusedError, {
    rule,
    clause: clauses.find((clause) => clause.rule === rule)?.text ?? '',
    message: await sentence(inside, em, unit, rule, facts),
  });
}

async function sentence(
  { locale }: Context,
  em: EntityManager,
  unit: SendingUnit,
  rule: NominationRule,
  facts: Facts,
): Promise<string> {
  switch (rule) {
    case NominationRule.CLOSED: {
      const { timeZone } = await em.findOneOrFail(Competition, { id: unit.competition.id });
      if (!facts.opensAt) return message(locale, 'nomination.refused.NOT_YET');
      const closesAt = instantInWords(locale, facts.closesAt, timeZone);
      return message(locale, 'nomination.refused.CLOSED', { closesAt });
    }
    case NominationRule.CROSSED_REGION: {
      const region = await unit.region.loadOrFail();
      return message(locale, 'nomination.refused.CROSSED_REGION', { region: region.name.in(locale) });
    }
    case NominationRule.SKIPPED_LEVEL: {
      const below = await em.findOne(
        SendingUnit,
        { id: facts.missingUnitId ?? unit.id },
        { populate: ['organization'] },
      );
      const name = (await below?.organization.loadOrFail())?.name.in(locale) ?? '';
      return message(locale, 'nomination.refused.SKIPPED_LEVEL', { name });
    }
    case NominationRule.DUPLICATE:
      return facts.isNominated || facts.twinNumber === null
        ? message(locale, 'nomination.refused.ALREADY')
        : message(locale, 'nomination.refused.DUPLICATE', { number: facts.twinNumber });
    case NominationRule.EARLIER_WINNER: {
      const won = await em.findOne(Entry, { id: facts.winnerId ?? '' });
      const competition = (await won?.competition.loadOrFail())?.name.in(locale) ?? '';
      return message(locale, 'nomination.refused.EARLIER_WINNER', { competition, title: won?.title.in(locale) ?? '' });
    }
    case NominationRule.QUOTA_EXCEEDED:
      return message(locale, 'nomination.refused.QUOTA_EXCEEDED', { quota: facts.quota });
    case NominationRule.LIST_SUBMITTED:
      return message(locale, 'nomination.refused.LIST_SUBMITTED');
  }
}
