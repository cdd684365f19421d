import { isDeclaring, isSubmitting } from '../sync/outbox';
import type { Outbox } from '../sync/useOutbox';

interface Seat {
  id: string;
  progress: { assigned: number; started: number; submitted: number };
}

/** As the judge knows it: what waits on this device is done. */
export function progressOf({ id, progress }: Seat, { sheets }: Outbox): Seat['progress'] {
  const own = sheets.filter(({ judgeId }) => judgeId === id);
  return {
    ...progress,
    assigned: progress.assigned - own.filter(isDeclaring).length,
    submitted: progress.submitted + own.filter(isSubmitting).length,
  };
}
