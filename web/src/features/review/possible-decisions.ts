import type { ReviewState_entryFragment } from '../../gql/ReviewState_entry';
import type { EntryStatus } from '../../gql/types';

type PossibleDecision = 'ACCEPT' | 'REJECT' | 'RETURN' | 'SETTLE_ACCEPT' | 'SETTLE_REJECT';

/** What the viewer may decide on an entry now; the server checks it again. */
export function possibleDecisions({
  status,
  review,
  correction,
}: Pick<ReviewState_entryFragment, 'review' | 'correction'> & {
  status: EntryStatus;
}): readonly PossibleDecision[] {
  if (!review || review.isViewersOwn || review.isHeld || review.state === 'SETTLED') return [];
  if (status === 'RETURNED') return correction?.isOver ? ['REJECT'] : [];
  if (status !== 'SUBMITTED') return [];
  if (review.awaitsSettling) return ['SETTLE_REJECT', 'SETTLE_ACCEPT'];
  return review.viewerVerdict ? ['RETURN'] : ['REJECT', 'RETURN', 'ACCEPT'];
}
