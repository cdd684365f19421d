const minute = 60_000;

/**
 * Every number the detectors go by, in one place. They are set on the simulation (../simulation, `bench fraud`) so that
 * no plain honest entry is held and fewer than one in a hundred is noticed; real people differ more than simulated ones,
 * which is why each is compared with the other entries of the same competition wherever that is possible.
 */
export const thresholds = {
  /** An entry, or a group of its votes, with fewer votes is not judged. */
  fewestVotes: 50,
  /** Distance from the median of the entries, in robust standard deviations, from which an entry stands out. */
  sigmas: 5,
  velocity: { binMs: 10 * minute, fewest: 15, times: 8 },
  network: { fewest: 60, share: 0.3, times: 10 },
  night: { fromHour: 1, toHour: 6, fewest: 20, times: 3, z: 6 },
  regularity: {
    /** So many intervals in a row, of which so large a part lies so close to their median: chance does not do that. */
    window: 24,
    part: 0.6,
    tolerance: 0.15,
    /** Faster than this, what arrives evenly may be our own queue. */
    shortestMs: 1_000,
    longestMs: 2 * 3_600_000,
    /** The least length of a beat, and the least number of votes on it. */
    chain: 12,
    fewest: 40,
  },
  single: { share: 0.8 },
  fresh: { share: 0.6, ageDays: 1 },
  lockstep: {
    /** So many voters who chose the same. */
    fewest: 50,
    /** Times as many as chance would have. */
    lift: 2,
    /** The share of those who chose two of the entries that chose the third. */
    third: 0.6,
    /** Without a third: the share of those who chose either that chose both. */
    both: 0.4,
    /** The most choices of one voter that are read; a voter with more is no sign of a farm. */
    mostEntries: 64,
    mostPairs: 2_000,
  },
  /** The share of a group's votes by single-entry voters or fresh identities from which the group is held. */
  company: { single: 0.85, fresh: 0.75 },
} as const;
