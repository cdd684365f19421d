import { useEffect, useEffectEvent, useState } from 'react';
import { markChanges, type Changes, type Ranked } from './ranking';
import type { ScoreSignal } from './useScoreSignal';

export interface RowsPage<Row, About> {
  rows: readonly Row[];
  total: number;
  /** Where the next page begins; null after the last. */
  next: string | null;
  about: About;
}

export interface LivePages<Row, About> {
  rows: readonly Row[] | undefined;
  about: About | undefined;
  changes: Changes;
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  error: unknown;
  /** Whether a change shows at once. */
  isPushed: boolean;
  /** When the rows were read, by this device's clock. */
  readAt: number | undefined;
  more: () => void;
  refresh: () => void;
}

interface Loaded<Row, About> extends RowsPage<Row, About> {
  question: string;
  changes: Changes;
  pages: number;
  readAt: number;
}

/**
 * A ranked list as it stands now, read again whenever scores change. All loaded pages are read in one go from the first
 * on: cursors of a list that moves do not last. `question` tells one list from another.
 */
export function useLivePages<Row extends Ranked, About>(
  question: string,
  signal: ScoreSignal,
  readPage: (after: string | null) => Promise<RowsPage<Row, About>>,
): LivePages<Row, About> {
  const [loaded, setLoaded] = useState<Loaded<Row, About>>();
  const [pages, setPages] = useState(1);
  const [asked, setAsked] = useState(0);
  const [error, setError] = useState<unknown>();
  const { subscribe } = signal;
  const readPages = useEffectEvent(async (count: number): Promise<RowsPage<Row, About>> => {
    let whole = await readPage(null);
    for (let page = 1; page < count && whole.next !== null; page++) {
      const more = await readPage(whole.next);
      whole = { ...more, rows: [...whole.rows, ...more.rows] };
    }
    return whole;
  });

  useEffect(() => {
    let isOver = false;
    let isBusy = false;
    let isStale = false;
    // One reading after the other, so that no slower answer ever replaces a newer one.
    const read = () => {
      if (isBusy) {
        isStale = true;
        return;
      }
      isBusy = true;
      readPages(pages)
        .then(
          (answer) => {
            if (isOver) return;
            const readAt = Date.now();
            setError(undefined);
            setLoaded((before) => ({
              ...answer,
              question,
              pages,
              readAt,
              changes:
                before?.question === question
                  ? markChanges(before.rows, answer.rows, before.changes, readAt)
                  : new Map(),
            }));
          },
          (problem: unknown) => {
            if (!isOver) setError(problem);
          },
        )
        .finally(() => {
          isBusy = false;
          if (!isStale || isOver) return;
          isStale = false;
          read();
        });
    };
    read();
    const stop = subscribe(read);
    return () => {
      isOver = true;
      stop();
    };
  }, [question, pages, asked, subscribe]);

  const current = loaded?.question === question ? loaded : undefined;
  return {
    rows: current?.rows,
    about: current?.about,
    changes: current?.changes ?? new Map(),
    total: current?.total ?? 0,
    hasMore: current !== undefined && current.next !== null,
    isLoading: error === undefined && current?.pages !== pages,
    error,
    isPushed: signal.isPushed,
    readAt: current?.readAt,
    more: () => setPages((now) => now + 1),
    refresh: () => setAsked((now) => now + 1),
  };
}
