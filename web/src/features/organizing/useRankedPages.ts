import { useState } from 'react';
import { useLivePages, type LivePages, type RowsPage } from '../../forms/useLivePages';
import { markChanges, type Changes, type Ranked } from './ranking';
import type { ScoreSignal } from './useScoreSignal';

export interface RankedPages<Row, About = undefined> extends LivePages<Row, About> {
  changes: Changes;
  /** Whether a change shows at once. */
  isPushed: boolean;
  /** When the rows were read, by this device's clock. */
  readAt: number | undefined;
}

const none: { changes: Changes; readAt: number | undefined } = { changes: new Map(), readAt: undefined };

/** A ranked list as it stands now, read again whenever scores change, with the changes that are still new. */
export function useRankedPages<Row extends Ranked, About = undefined>(
  question: string,
  { isPushed, subscribe }: ScoreSignal,
  readPage: (after: string | null) => Promise<RowsPage<Row, About>>,
): RankedPages<Row, About> {
  const [seen, setSeen] = useState(none);
  const pages = useLivePages(question, subscribe, readPage, (before, after) => {
    const readAt = Date.now();
    setSeen({ readAt, changes: before ? markChanges(before, after, seen.changes, readAt) : none.changes });
  });
  return { ...pages, ...(pages.rows ? seen : none), isPushed };
}
