import { useEffect, useMemo, useState } from 'react';
import { watchScores } from './watch-scores';

export interface ScoreSignal {
  /** Whether changes show at once; otherwise every few seconds. */
  isPushed: boolean;
  subscribe: (listener: () => void) => () => void;
}

/** One line to the server for all lists of a page that change with the scores. */
export function useScoreSignal(slug: string): ScoreSignal {
  const [isPushed, setPushed] = useState(false);
  const [listeners] = useState(() => new Set<() => void>());
  useEffect(
    () =>
      watchScores(slug, {
        onChange: () => {
          for (const listener of listeners) listener();
        },
        onPushed: setPushed,
      }),
    [slug, listeners],
  );
  return useMemo(
    () => ({
      isPushed,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [isPushed, listeners],
  );
}
