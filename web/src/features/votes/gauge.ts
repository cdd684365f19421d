/** The dial goes by powers of ten, since so do the prices of votes: from one yuan to a hundred thousand. */
export const dialTicks = [1, 10, 100, 1000, 10_000, 100_000] as const;
const decades = dialTicks.length - 1;

/** Where a cost stands on the dial, from 0 at its left end to 1 at its right. */
export const positionOf = (yuan: number): number => (yuan <= 1 ? 0 : Math.min(Math.log10(yuan) / decades, 1));

/**
 * How much that is for a buyer of an award: pocket money, a sum that hurts, more than an award is usually worth. These
 * bounds are our own estimate; organizers know what their awards are worth.
 */
type Reach = 'cheap' | 'costly' | 'dear';
const bounds = { costly: 1000, dear: 10_000 };

export const reachOf = (yuan: number): Reach =>
  yuan < bounds.costly ? 'cheap' : yuan < bounds.dear ? 'costly' : 'dear';

/** The parts of the dial, each from one position to another. */
export const zones: readonly { reach: Reach; from: number; to: number }[] = [
  { reach: 'cheap', from: 0, to: positionOf(bounds.costly) },
  { reach: 'costly', from: positionOf(bounds.costly), to: positionOf(bounds.dear) },
  { reach: 'dear', from: positionOf(bounds.dear), to: 1 },
];

interface Rule {
  style: 'TAP' | 'BALLOT';
  minChoices: number;
  publicWeight: string;
  levels: readonly ('DEVICE' | 'EMAIL' | 'PHONE' | 'OIDC')[];
}

export type Lever =
  | { kind: 'choices'; choices: number; cost: number }
  | { kind: 'levels'; price: number; cost: number }
  | { kind: 'weight'; weight: number };

/** Reported for a vote given by people with accounts of their own (hutouqun.cn/a/xinwenzixun/128.html). */
const verifiedPrice = 0.2;

/**
 * What would make votes dearer to buy, with the cost it would lead to where that can be reckoned: a bought ballot of
 * three choices spends two of them elsewhere, and a stronger proof has a higher price. A lower weight lowers what an
 * award is worth to a buyer and not what it costs.
 */
export function leversOf(rule: Rule, { cost, pricePerVote }: { cost: number; pricePerVote: number }): Lever[] {
  const levers: Lever[] = [];
  if (rule.minChoices < 3) {
    levers.push({ kind: 'choices', choices: 3, cost: (cost / rule.minChoices) * 3 });
  }
  const isWeak = rule.levels.some((level) => level === 'DEVICE' || level === 'EMAIL');
  if (isWeak && pricePerVote < verifiedPrice) {
    levers.push({ kind: 'levels', price: verifiedPrice, cost: (cost / pricePerVote) * verifiedPrice });
  }
  const weight = Number(rule.publicWeight);
  if (weight > 30) levers.push({ kind: 'weight', weight });
  return levers;
}

/** A price as it is typed, for the API; undefined where it is none. */
export function priceOf(text: string): string | undefined {
  const price = text.trim().replace(/^[¥¥]\s*/, '');
  return /^\d{1,6}(\.\d{1,4})?$/.test(price) && Number(price) > 0 ? price : undefined;
}
