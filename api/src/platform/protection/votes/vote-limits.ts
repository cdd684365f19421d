import { difficulty } from '../challenges/difficulty.ts';

interface Limit {
  attempts: number;
  windowMs: number;
}

export interface VoteLimits {
  /** The only hard one: above it the voter waits. */
  identity: Limit;
  /** Soft: above these a proof of work is asked for, and costs the more the further above. Nobody is shut out. */
  device: Limit;
  network: Limit;
  total: Limit;
  /** Hashes of a proof, by how many times the limit exceeded most is reached. */
  price: (excess: number) => number;
}

export const voteLimits: VoteLimits = {
  // A vote every two seconds is faster than anybody reads an entry, and a vote that needs a proof makes two attempts.
  identity: { attempts: 30, windowMs: 60_000 },
  // A family's tablet or the laptop at a school's reception: twenty votes in ten minutes are still people in a queue.
  device: { attempts: 20, windowMs: 10 * 60_000 },
  // A shared address is no offense: 3,000 voters of a campus come through one, 75 a minute, and a mobile carrier's
  // serves a city. Two a second is where a proof becomes cheap insurance.
  network: { attempts: 120, windowMs: 60_000 },
  // A deadline brings everybody at once, and that is no offense either: while this process can write the votes, nobody
  // works for it. A province with 1.5 million voters, a tenth of whom come in the last hour, makes 42 a second; what
  // one process writes is some thousands. Beyond that the line (admission.ts) makes people wait, and a proof spreads
  // what still comes over the voters' own devices.
  total: { attempts: 10_000, windowMs: 1_000 },
  price: difficulty,
};
