import { BulkDialog } from '../../features/review/BulkDialog';
import { ExtendDialog } from '../../features/review/ExtendDialog';
import { ReasonDialog } from '../../features/review/ReasonDialog';
import { ReturnDialog } from '../../features/review/ReturnDialog';
import type { Review, Ruling } from '../../features/review/useReview';
import type { ReviewVerdict } from '../../gql/types';

export type Asking = 'REJECT' | 'RETURN' | 'SETTLE_ACCEPT' | 'SETTLE_REJECT' | 'EXTEND' | { many: ReviewVerdict };

interface Entry {
  id: string;
  number: number;
  title: string;
}

interface Props {
  slug: string;
  timeZone: string;
  asking: Asking | undefined;
  current: Entry | undefined;
  picked: readonly Entry[];
  review: Review;
  onDecideMany: (ruling: Ruling) => void;
  onExtend: (until: string) => void;
  onClose: () => void;
}

/** What is asked before something is done to entries. */
export function ReviewDialogs({
  slug,
  timeZone,
  asking,
  current,
  picked,
  review,
  onDecideMany,
  onExtend,
  onClose,
}: Props) {
  if (!asking) return null;
  const shared = { act: review, onClose };
  if (typeof asking === 'object') {
    return <BulkDialog {...shared} verdict={asking.many} entries={picked} onDecide={onDecideMany} />;
  }
  if (!current) return null;
  const onDecide = (ruling: Ruling) => void review.decide(current, ruling);
  switch (asking) {
    case 'RETURN':
      return <ReturnDialog {...shared} slug={slug} entry={current} timeZone={timeZone} onReturn={onDecide} />;
    case 'EXTEND':
      return <ExtendDialog {...shared} entry={current} timeZone={timeZone} onExtend={onExtend} />;
    default:
      return (
        <ReasonDialog
          {...shared}
          entry={current}
          verdict={asking === 'SETTLE_ACCEPT' ? 'ACCEPT' : 'REJECT'}
          isSettling={asking !== 'REJECT'}
          onDecide={onDecide}
        />
      );
  }
}
