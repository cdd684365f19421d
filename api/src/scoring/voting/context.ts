import type { BallotBox } from './ballot-box.ts';
import type { ExposureCounter } from './exposure-counter.ts';

declare module '../../core/context.ts' {
  interface Context {
    /** Where votes are cast; the command line has none. */
    ballotBox?: BallotBox | undefined;
    /** Counts how often entries are shown; the command line shows none. */
    exposures?: ExposureCounter | undefined;
  }
}
