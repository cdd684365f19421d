import type { Signal } from './evidence.ts';

/** What a detector saw of one entry, and exactly the votes it saw it in, by row, ascending. */
export interface EntrySignal extends Signal {
  rows: readonly number[];
}
