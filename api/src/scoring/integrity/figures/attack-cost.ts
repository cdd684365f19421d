import Decimal from 'decimal.js';

export interface AttackInput {
  /** All entries that compete, with the points the public has given them. */
  entries: readonly { id: string; points: number }[];
  /** Quotas of the awards, highest tier first. */
  quotas: readonly number[];
  /** Share of the public vote in the result, in percent. */
  publicWeight: number;
  /** The most that one choice can be worth. */
  pointsPerVote: number;
  /** The least number of choices on a ballot, all of which a bought ballot spends. */
  choicesPerBallot: number;
  /** How often one identity can still vote for one entry. */
  castsLeft: number;
  /** Yuan for one accepted vote. */
  pricePerVote: string;
}

interface AttackResult {
  /** Which award: a position in `quotas`. */
  award: number;
  entryId: string;
  votes: number;
  identities: number;
  cost: string;
}

/**
 * What it costs to lift one entry over the award line that is nearest to being crossed. With quotas q₁, q₂, … the
 * lines lie after the places L = q₁, q₁ + q₂, …; the entry at place L + 1 must pass the one at place L:
 *
 *   votes = ⌊(points of place L − points of place L + 1) ÷ points per vote⌋ + 1
 *   identities = ⌈votes ÷ casts left⌉
 *   cost = votes × choices per ballot × price
 *
 * and the cheapest line is reported. That rests on the worst case for the organizers: the public part of the result is
 * scored by rank points (the advice of the wizard), so one place is worth the same however few votes it took, and the
 * judges see both entries alike. Where the judges' marks differ, an attack costs more: this is the least it can cost.
 * Null where the public decides nothing (weight 0), no line has an entry below it, or nobody can vote any more.
 *
 * An award is safe from buyers while this is not less than what the award is worth.
 */
export function attackCost(input: AttackInput): AttackResult | null {
  const { quotas, publicWeight, pointsPerVote, choicesPerBallot, castsLeft, pricePerVote } = input;
  if (publicWeight <= 0 || castsLeft < 1) return null;
  const order = input.entries.toSorted((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
  let line = 0;
  let best: { award: number; entryId: string; votes: number } | null = null;
  for (const [award, quota] of quotas.entries()) {
    line += quota;
    const inside = order[line - 1];
    const outside = order[line];
    if (!inside || !outside) break;
    const votes = votesToPass(inside.points - outside.points, pointsPerVote);
    if (!best || votes < best.votes) best = { award, entryId: outside.id, votes };
  }
  if (!best) return null;
  return {
    ...best,
    identities: Math.ceil(best.votes / castsLeft),
    cost: costOf(best.votes, choicesPerBallot, pricePerVote),
  };
}

const votesToPass = (gap: number, pointsPerVote: number): number => Math.floor(gap / pointsPerVote) + 1;

/** In yuan and fen, rounded up: nobody sells a tenth of a fen. */
const costOf = (votes: number, choicesPerBallot: number, pricePerVote: string): string =>
  new Decimal(pricePerVote).times(votes).times(choicesPerBallot).toFixed(2, Decimal.ROUND_UP);

/**
 * Yuan for one accepted vote at the weakest level that counts, as reported; assumptions, all of them, and organizers
 * may put their own in. Sources:
 * - DEVICE: machine votes at 70 yuan per 10,000 (People's Daily, 22 September 2025).
 * - EMAIL: 10 yuan for 1,000, as sellers list them (whztb.com/show/3917.html).
 * - PHONE, OIDC: 0.2 yuan a vote, given by people with accounts of their own (hutouqun.cn/a/xinwenzixun/128.html).
 */
export const reportedPrices = { DEVICE: '0.007', EMAIL: '0.01', PHONE: '0.2', OIDC: '0.2' } as const;
