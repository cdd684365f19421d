import { expect, test } from 'vitest';
import { VoteDetector } from '../detectors/index.ts';
import { asItHappens } from './as-it-happens.ts';
import { measure, noThresholds } from './measure.ts';
import { simulate } from './simulate.ts';

// A fifth of the size of `npm run bench -w api -- fraud`, which prints the whole table.
const scale = { entries: 200, honestVotes: 60_000, perCase: 1 };

test.each([11, 12])('seed %i: attacks are held, plain entries are not, and honest groups wait for people', (seed) => {
  const { cases, voidedByMachine } = measure(simulate(seed, scale));
  for (const name of ['A', 'B', 'D', 'E'] as const) {
    const { heldVotes, votes } = cases.get(name)!;
    expect(heldVotes / votes, `recall of ${name}`).toBeGreaterThanOrEqual(0.9);
  }
  const plain = cases.get('plain')!;
  expect(plain.heldEntries / plain.entries).toBeLessThanOrEqual(0.01);
  expect(plain.heldVotes / plain.votes).toBeLessThanOrEqual(0.01);
  for (const [detector, entries] of plain.noticed) {
    expect(entries / plain.entries, detector).toBeLessThanOrEqual(0.02);
  }
  // The school looks like a data center and waits; the chat group is noticed and counts on.
  expect(cases.get('H1')!.noticed.get(VoteDetector.CONCENTRATED_BURST)).toBe(1);
  expect(cases.get('H2')!.heldVotes).toBe(0);
  expect(cases.get('H2')!.noticed.get(VoteDetector.VELOCITY)).toBe(1);
  // Paid people look like people: said here so that nobody believes otherwise.
  expect(cases.get('C')!.heldVotes).toBe(0);
  expect(voidedByMachine).toBe(0);
});

test('what the detectors cannot see, and honest people who look odd and count on', () => {
  const { cases } = measure(simulate(13, scale, 'harder'));
  const share = (name: 'A2' | 'B2' | 'B3' | 'H3' | 'H4') => cases.get(name)!.heldVotes / cases.get(name)!.votes;
  expect(share('B2')).toBeGreaterThanOrEqual(0.9);
  expect([share('A2'), share('B3')]).toEqual([0, 0]);
  expect([share('H3'), share('H4')]).toEqual([0, 0]);
  expect(cases.get('H4')!.noticed.get(VoteDetector.LOCKSTEP)).toBe(3);
});

test('the same seed is the same competition', () => {
  const small = { entries: 50, honestVotes: 2_000, perCase: 1 };
  expect(simulate(5, small).votes).toEqual(simulate(5, small).votes);
  expect(measure(simulate(5, small)).cases).toEqual(measure(simulate(5, small)).cases);
});

test('declared thresholds hold what passes them, whatever else is seen', () => {
  const simulation = simulate(14, scale);
  const { cases } = measure(simulation, { ...noThresholds, burstVotes: 500 });
  expect(cases.get('A')!.noticed.get(VoteDetector.DECLARED_BURST)).toBe(1);
  expect(cases.get('H2')!.noticed.get(VoteDetector.DECLARED_BURST)).toBeUndefined();
});

test('scanned every day while votes come in, mistakes do not add up', () => {
  const fates = asItHappens(simulate(15, { entries: 100, honestVotes: 20_000, perCase: 1 }), 24);
  const share = (kind: string) => fates.get(kind)!.held / fates.get(kind)!.votes;
  for (const attack of ['A', 'B', 'D', 'E']) expect(share(attack), attack).toBeGreaterThanOrEqual(0.9);
  expect(share('plain')).toBeLessThanOrEqual(0.001);
});
