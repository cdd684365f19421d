import { uploadLimits } from '@laurel/schema/limits';
import type { UploadPurpose } from './upload.entity.ts';
import { UploadLimit } from './upload.types.ts';

/** How long bytes may be sent to an address. */
export const addressLastsSeconds = 30 * 60;

/** What a project holds already, and what its people are about to send. */
export interface Holdings {
  ready: Record<UploadPurpose, number>;
  readyBytes: number;
  /** Begun by this person within a day. */
  begunToday: number;
}

const most: Record<UploadPurpose, { count: number; limit: UploadLimit }> = {
  PICTURE: { count: uploadLimits.pictures, limit: UploadLimit.PICTURES },
  DOCUMENT: { count: uploadLimits.documents, limit: UploadLimit.DOCUMENTS },
  ANSWER: { count: uploadLimits.answers, limit: UploadLimit.ANSWERS },
};

/** What stands against one more file; null where nothing does. */
export function limitReached(purpose: UploadPurpose, bytes: number, holdings: Holdings): UploadLimit | null {
  const { count, limit } = most[purpose];
  if (holdings.ready[purpose] >= count) return limit;
  if (holdings.readyBytes + bytes > uploadLimits.projectBytes) return UploadLimit.BYTES;
  return holdings.begunToday >= uploadLimits.perDay ? UploadLimit.DAY : null;
}
