/**
 * What a proof of work costs, in hashes on average (never more than twice that).
 *
 * It prices floods and proves nobody human: a rented server makes some hundred times the hashes of a phone. So the
 * first step is one that nobody notices, and the steps climb where one network, device or all of them together ask for
 * more than people there would. They are chosen by what they cost an old phone (about 60,000 hashes a second in the
 * browser, a newer one does 200,000) and a whole core of a server (about 5 million with its own SHA instructions).
 */
const prices = [
  // 0.3 s on an old phone, while the button still moves: any first vote. 10,000 votes cost a server core 40 s.
  { excess: 2, hashes: 20_000 },
  // 1 s on an old phone. A lecture hall that votes at once is here: 600 votes a minute behind one address.
  { excess: 5, hashes: 60_000 },
  // 3 s on an old phone: a campus at its busiest, or a small bot; one core gets 25 votes a second.
  { excess: 20, hashes: 200_000 },
  // 10 s on an old phone: more than 2,400 votes a minute from one network are hardly people.
  { excess: 100, hashes: 600_000 },
  // Half a minute on an old phone, and one core gets 2 to 3 votes a second: somebody else's flood is a bother, not a wall.
  { excess: Number.POSITIVE_INFINITY, hashes: 2_000_000 },
] as const;

/** @param excess how many times the softest limit is reached; below 1 only what always needs a proof asks for one */
export const difficulty = (excess: number): number =>
  prices.find((step) => excess <= step.excess)?.hashes ?? prices[prices.length - 1]!.hashes;
