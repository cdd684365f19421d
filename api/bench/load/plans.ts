/** Who votes for what in the nth request of a run. Entries and voters by number; pure, so that a checker can repeat it. */
export interface Cast {
  voter: number;
  entry: number;
  /** The number of the vote's key: two requests with the same one are the same vote. */
  key: number;
}

type Plan = (n: number, voters: number, entries: number, into: Cast) => void;

/** Identical votes of one voter, and different votes of a voter who has one left. */
export const COPIES = 50;
export const RACERS = 20;

const plans = {
  /** Every voter once for some entry, then once for the next, and so on: as many votes for each. */
  even(n, voters, entries, into) {
    into.voter = n % voters;
    into.entry = (into.voter + Math.floor(n / voters)) % entries;
    into.key = n;
  },
  /** Nine votes of ten for the first entry. A voter votes once. */
  hot(n, voters, entries, into) {
    into.voter = n % voters;
    into.entry = n % 10 === 0 ? 1 + ((n / 10) % (entries - 1)) : 0;
    into.key = n;
  },
  /** COPIES votes of one voter for one entry side by side: by one key for even voters, by as many for odd ones. */
  identical(n, _voters, entries, into) {
    into.voter = Math.floor(n / COPIES);
    into.entry = into.voter % entries;
    into.key = into.voter % 2 === 0 ? into.voter * COPIES : n;
  },
  /** Two votes of each voter, one after the other, so that of three a day one is left. */
  nearlyAll(n, voters, entries, into) {
    into.voter = n % voters;
    into.entry = (into.voter + Math.floor(n / voters)) % entries;
    into.key = n;
  },
  /** RACERS different votes side by side of a voter who has one left. */
  lastOne(n, _voters, entries, into) {
    into.voter = Math.floor(n / RACERS);
    into.entry = (into.voter + 2 + (n % RACERS)) % entries;
    into.key = n;
  },
} satisfies Record<string, Plan>;

export type PlanName = keyof typeof plans;

export const planOf = (name: PlanName): Plan => plans[name];

export const keyOf = (seed: number, key: number): string =>
  `${seed.toString(16).padStart(8, '0')}-0000-4000-8000-${key.toString(16).padStart(12, '0')}`;

/** The number a key was made of. */
export const numberOf = (key: string): number => Number.parseInt(key.slice(24), 16);
