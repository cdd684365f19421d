import { createHmac } from 'node:crypto';
import type { StoredVote } from './ballot.ts';

/** Crockford's alphabet: no letter that reads like a digit, so that a receipt can be told over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The receipt of a vote: a code that only we could have given, and only for this vote as it was acknowledged (voter,
 * entry, points, day, instant). 60 bits in groups of four, such as `7QK4-0M2X-9ZTB`. It is no proof to others of how somebody
 * voted: it says nothing without the vote beside it, which its voter alone can see.
 */
export function receiptOf(
  secret: string,
  vote: Pick<StoredVote, 'competitionId' | 'voterId' | 'key' | 'ordinal' | 'entryId' | 'points' | 'day' | 'castAt'>,
): string {
  const line = [
    'receipt/v1',
    vote.competitionId,
    vote.voterId,
    vote.key,
    vote.ordinal,
    vote.entryId,
    vote.points,
    vote.day,
    vote.castAt.toISOString(),
  ].join('\n');
  const hash = createHmac('sha256', secret).update(line).digest();
  const code = Array.from(hash.subarray(0, 12), (byte) => alphabet[byte & 31]).join('');
  return code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}
