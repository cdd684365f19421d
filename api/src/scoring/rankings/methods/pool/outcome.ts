import { type NoScore } from '../contract.ts';
import { type Fraction } from '../fraction.ts';

/** The score of an entry before its last rounding, exactly, or why it has none; and how many sheets count for it. */
export type Outcome = { sheets: number } & ({ value: Fraction; reason: null } | { value: null; reason: NoScore });

export type Scorer = (entry: number) => Outcome;
