/** How ballots were to be filled in, as a file declares it or shows it. */
export interface DeclaredRule {
  method: 'APPROVAL' | 'POINTS' | 'RANKED';
  minChoices: number;
  /** The first place of a ranking earns as many points. */
  maxChoices: number;
  /** Of one choice, where the method is POINTS. */
  maxPoints: number;
  /** Of a whole ballot, likewise. */
  maxSum: number;
}

/** Of an entry's key; more would not fit its index. */
export const LONGEST_KEY = 200;

export interface FileEntry {
  key: string;
  /** Null where the file has none. */
  name: string | null;
  description: string | null;
}

export interface FileChoice {
  entry: string;
  /** Null where the ballot gives none: then the rule does. */
  points: number | null;
}

export interface FileBallot {
  line: number;
  voter: string;
  /** ISO 8601: an instant with its offset, or a day; null where the file does not say. */
  castAt: string | null;
  /** In the order of the ballot, at least one. */
  choices: FileChoice[];
}

/** Ballots of whatever format, read and checked. */
export interface BallotFile {
  format: 'pb' | 'csv';
  title: string | null;
  /** Who held the vote. */
  host: string | null;
  /** The language of names, as far as this installation has a place for it. */
  language: 'zh' | 'en';
  rule: DeclaredRule;
  /** First and last day of the vote, `2026-11-21`. */
  beginsOn: string | null;
  endsOn: string | null;
  entries: FileEntry[];
  ballots: FileBallot[];
  /** Ballots that name no entry: their voters took part, and no count knows them. */
  emptyBallots: number;
}
