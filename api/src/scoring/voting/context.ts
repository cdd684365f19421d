import type { BallotBox } from './batches/ballot-box.ts';
import type { ExposureCounter } from './shown/exposure-counter.ts';

declare module '../../core/context.ts' {
  interface Context {
    /** Where votes are cast; the command line has none. */
    ballotBox?: BallotBox | undefined;
    /** Counts how often entries are shown; the command line shows none. */
    exposures?: ExposureCounter | undefined;
  }
}
