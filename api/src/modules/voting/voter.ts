import { createHmac } from 'node:crypto';
import type { Context, Viewer } from '../../context.ts';

/** A voter as the votes know them. */
export interface Voter {
  id: string;
  bucket: number;
}

/**
 * The pseudonym under which a person votes in one competition: a keyed hash of their address, so that votes name
 * nobody, one address is one voter, and pseudonyms of two competitions cannot be linked. `bucket` is its first byte;
 * both must never change, or people could vote twice.
 */
export function voterOf(
  { secret }: Pick<Context, 'secret'>,
  competitionId: string,
  viewer: Pick<Viewer, 'email'>,
): Voter {
  const hash = createHmac('sha256', secret)
    .update(`voter/${competitionId}/${viewer.email.trim().toLowerCase()}`)
    .digest();
  const bucket = hash.readUInt8(0);
  const hex = hash.toString('hex');
  // Shaped like a UUID of version 8 (custom), so that it fits a uuid column.
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { id, bucket };
}
