import type { EntryStatus } from '../../gql/types';
import type { ReviewState_entryFragment } from '../../gql/ReviewState_entry';

export type Deed = 'ACCEPT' | 'REJECT' | 'RETURN' | 'SETTLE_ACCEPT' | 'SETTLE_REJECT';

/** What the viewer may do with an entry now; the server has the last word. */
export function deedsFor({
  status,
  review,
  correction,
}: Pick<ReviewState_entryFragment, 'review' | 'correction'> & { status: EntryStatus }): readonly Deed[] {
  if (!review || review.isViewersOwn || review.isHeld || review.state === 'SETTLED') return [];
  if (status === 'RETURNED') return correction?.isOver ? ['REJECT'] : [];
  if (status !== 'SUBMITTED') return [];
  if (review.awaitsSettling) return ['SETTLE_REJECT', 'SETTLE_ACCEPT'];
  return review.viewerVerdict ? ['RETURN'] : ['REJECT', 'RETURN', 'ACCEPT'];
}
