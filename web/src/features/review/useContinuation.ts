import { useAct } from '../../forms/useAct';
import { MarkContinuationDocument } from '../../gql/MarkContinuation';

/** Says with which earlier entry an entry goes on, or, with null, with none. */
export function useContinuation(entryId: string) {
  const act = useAct(MarkContinuationDocument);
  const mark = (earlierEntryId: string | null) => void act.run({ entryId, earlierEntryId });
  return { isBusy: act.isBusy, problem: act.problem, mark };
}
