import type { VoteDetector } from './detector.ts';

/** What one detector saw of one entry. */
export interface Signal {
  detector: VoteDetector;
  value: number;
  /** From where on it is noticed. */
  threshold: number;
}

/** What a case keeps of what was seen when it was opened, or last added to. */
export interface Evidence {
  /** Of an entry as a whole; the votes of the case are those that the signals together point at. */
  signals: Signal[];
  /** Different voters, networks (by day) and devices among the held votes; null where none is known. */
  voters: number;
  networks: number | null;
  devices: number | null;
  /** First and last of the held votes. */
  from: string;
  to: string;
  /** The declared threshold that was passed. */
  declared?: number;
  /** An organizer's words. */
  reason?: string;
}
