import { registerEnumType } from 'type-graphql';

export enum NominationRule {
  LIST_SUBMITTED = 'LIST_SUBMITTED',
  CLOSED = 'CLOSED',
  CROSSED_REGION = 'CROSSED_REGION',
  SKIPPED_LEVEL = 'SKIPPED_LEVEL',
  DUPLICATE = 'DUPLICATE',
  EARLIER_WINNER = 'EARLIER_WINNER',
  QUOTA_EXCEEDED = 'QUOTA_EXCEEDED',
}
registerEnumType(NominationRule, {
  name: 'NominationRule',
  description:
    'Why an entry cannot be nominated. LIST_SUBMITTED: the list is handed up; CLOSED: it is not the time; CROSSED_REGION: the entry is of another region; SKIPPED_LEVEL: a unit below has not nominated it; DUPLICATE: it, or one like it of the same organization, is nominated already; EARLIER_WINNER: it won first prize before; QUOTA_EXCEEDED: the list is full.',
});

/** What is known of an entry and the unit that would nominate it. */
export interface Facts {
  isSubmitted: boolean;
  /** Null while nothing can be handed in yet. */
  opensAt: Date | null;
  closesAt: Date;
  isInside: boolean;
  /** A unit below that has not handed it up. */
  missingUnitId: string | null;
  /** On this very list. */
  isNominated: boolean;
  twinNumber: number | null;
  winnerId: string | null;
  nominated: number;
  quota: number;
}

/** The rule that an entry, or the time, does not meet; null where it may go on the list. PostgreSQL says the same. */
export function refusalOf(facts: Facts, now: Date): NominationRule | null {
  if (facts.isSubmitted) return NominationRule.LIST_SUBMITTED;
  if (!isTime(facts, now)) return NominationRule.CLOSED;
  if (!facts.isInside) return NominationRule.CROSSED_REGION;
  if (facts.missingUnitId !== null) return NominationRule.SKIPPED_LEVEL;
  if (facts.isNominated || facts.twinNumber !== null) return NominationRule.DUPLICATE;
  if (facts.winnerId !== null) return NominationRule.EARLIER_WINNER;
  return facts.nominated >= facts.quota ? NominationRule.QUOTA_EXCEEDED : null;
}

/** From when entries can be handed in up to, but not at, the unit's own end. */
export const isTime = ({ opensAt, closesAt }: Pick<Facts, 'opensAt' | 'closesAt'>, now: Date): boolean =>
  opensAt !== null && now >= opensAt && now < closesAt;
