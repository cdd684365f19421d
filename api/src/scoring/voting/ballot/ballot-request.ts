import type { Ballot, BallotOutcome, Choice, Signs } from './ballot.ts';
import type { VotingPage } from '../voting-book.ts';

/** A ballot before the database has said what time it is. */
export interface BallotRequest extends Signs {
  page: VotingPage;
  voterId: string;
  bucket: number;
  key: string;
  choices: readonly Choice[];
  challenge: Ballot['challenge'];
}

export type CastOutcome =
  | BallotOutcome
  /** The stage was not open when the ballot's turn came. */
  | { kind: 'closed' }
  /** The page the request was made from is no longer what the database says. */
  | { kind: 'stale' }
  /** Nobody knows whether it was written, or it was not taken in; the same key may be sent again. */
  | { kind: 'overloaded'; retryAfterSeconds: number };
