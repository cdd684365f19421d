/** One entry chosen on a ballot, with what the choice is worth under the declared rule. */
export interface Choice {
  entryId: string;
  points: number;
}

/** So much of what the rule allows in one scope is used by a ballot. */
export interface Spend {
  /** `day:2026-11-22`, `stage`, `category:<id>` or `entry:<id>`. */
  scope: string;
  amount: number;
  allowed: number;
}

/** What a request showed of its sender, hashed, for the detectors. */
export interface Signs {
  level: string;
  network: bigint | null;
  device: bigint | null;
  identityAgeDays: number | null;
  enteredBy: string | null;
}

/** A voter's choices, ready to be written, whole or not at all. In one batch a voter appears at most once. */
export interface Ballot extends Signs {
  competitionId: string;
  voterId: string;
  bucket: number;
  key: string;
  day: string;
  castAt: Date;
  choices: readonly Choice[];
  spends: readonly Spend[];
  /** A proof of work that is spent with this ballot. */
  challenge: { id: string; expiresAt: Date } | null;
}

export interface StoredVote {
  competitionId: string;
  voterId: string;
  key: string;
  ordinal: number;
  entryId: string;
  points: number;
  day: string;
  castAt: Date;
  state: string;
  caseId: string | null;
}

export type BallotOutcome =
  /** `used` by scope, this ballot included. */
  | { kind: 'counted'; votes: StoredVote[]; used: Map<string, number> }
  /** Another vote of the voter for an entry on the ballot stands today. */
  | { kind: 'already'; vote: StoredVote }
  | { kind: 'quota'; scope: string; allowed: number }
  /** The key belongs to other choices, or to a vote that was taken back. */
  | { kind: 'key-used' }
  /** The proof of work was spent before. */
  | { kind: 'challenge-used' };

/** The id of a vote in the API; it reveals nothing but the key that the voter's own client made. */
export const voteIdOf = ({ key, ordinal }: Pick<StoredVote, 'key' | 'ordinal'>): string =>
  ordinal === 0 ? key : `${key}-${ordinal}`;
