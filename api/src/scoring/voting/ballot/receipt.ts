import { hash } from 'node:crypto';
import type { StoredVote } from './ballot.ts';

/** Crockford's alphabet: no letter that reads like a digit, so that a receipt can be read out over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The receipt of a vote: a code that only we could have given, and only for this vote as it was acknowledged (voter,
 * entry, points, day, instant). 60 bits in groups of four, such as `7QK4-0M2X-9ZTB`. It is no proof to others of how somebody
 * voted: it says nothing without the vote beside it, which its voter alone can see.
 *
 * A plain hash behind the secret is enough here, and costs a vote a third of what HMAC does: what is shown is a part of
 * the digest, from which nobody can go on hashing.
 */
export function receiptOf(
  secret: string,
  vote: Pick<StoredVote, 'competitionId' | 'voterId' | 'key' | 'ordinal' | 'entryId' | 'points' | 'day' | 'castAt'>,
): string {
  const { competitionId, voterId, key, ordinal, entryId, points, day, castAt } = vote;
  const line = `receipt/v1\n${competitionId}\n${voterId}\n${key}\n${ordinal}\n${entryId}\n${points}\n${day}\n${castAt.toISOString()}`;
  const digest = hash('sha256', `${secret}\n${line}`, 'buffer');
  const code = Array.from(digest.subarray(0, 12), (byte) => alphabet[byte & 31]).join('');
  return code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}
