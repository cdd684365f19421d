import { useEffect, useEffectEvent, useState } from 'react';

export interface RowsPage<Row, About = undefined> {
  rows: readonly Row[];
  total: number;
  /** Where the next page begins; null after the last. */
  next: string | null;
  about: About;
}

export interface LivePages<Row, About = undefined> {
  rows: readonly Row[] | undefined;
  about: About | undefined;
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  error: unknown;
  more: () => void;
  refresh: () => void;
}

/** Calls whenever the list may have changed; gives back how to stop. */
type Subscribe = (again: () => void) => () => void;

interface Loaded<Row, About> extends RowsPage<Row, About> {
  question: string;
  pages: number;
}

interface Connection<Node> {
  totalCount?: number | null;
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A page of a list as the API gives it; an empty one where there is none. */
export const rowsOf = <Node, About>(
  list: Connection<Node> | null | undefined,
  about: About,
): RowsPage<Node, About> => ({
  rows: list?.edges.map(({ node }) => node) ?? [],
  total: list?.totalCount ?? 0,
  next: list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null,
  about,
});

/** Every so many milliseconds, and when somebody comes back to the page; not while it is hidden. */
export const whileVisible =
  (every: number): Subscribe =>
  (again) => {
    const look = () => {
      if (!document.hidden) again();
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  };

/**
 * A list as it stands now, read again whenever it may have changed. All loaded pages are read in one go from the first
 * on: cursors of a list that moves do not last. `question` tells one list from another; `onRead` sees the rows of
 * before and after.
 */
export function useLivePages<Row, About = undefined>(
  question: string,
  subscribe: Subscribe,
  readPage: (after: string | null) => Promise<RowsPage<Row, About>>,
  onRead?: (before: readonly Row[] | undefined, after: readonly Row[]) => void,
): LivePages<Row, About> {
  const [loaded, setLoaded] = useState<Loaded<Row, About>>();
  const [pages, setPages] = useState(1);
  const [asked, setAsked] = useState(0);
  const [error, setError] = useState<unknown>();
  const current = loaded?.question === question ? loaded : undefined;
  const readPages = useEffectEvent(async (count: number): Promise<RowsPage<Row, About>> => {
    let whole = await readPage(null);
    for (let page = 1; page < count && whole.next !== null; page++) {
      const more = await readPage(whole.next);
      whole = { ...more, rows: [...whole.rows, ...more.rows] };
    }
    return whole;
  });
  const take = useEffectEvent((answer: RowsPage<Row, About>) => {
    setError(undefined);
    onRead?.(current?.rows, answer.rows);
    setLoaded({ ...answer, question, pages });
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
            if (!isOver) take(answer);
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

  return {
    rows: current?.rows,
    about: current?.about,
    total: current?.total ?? 0,
    hasMore: current !== undefined && current.next !== null,
    isLoading: error === undefined && current?.pages !== pages,
    error,
    more: () => setPages((now) => now + 1),
    refresh: () => setAsked((now) => now + 1),
  };
}
