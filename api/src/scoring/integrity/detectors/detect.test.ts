import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detect, type DetectionInput } from './detect.ts';
import { VoteDetector } from './detector.ts';
import { packVotes, type VoteFeatures } from './vote-table.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Saturday, 21 November 2026, midnight in Beijing. */
const midnight = Date.UTC(2026, 10, 20, 16);

let serial = 0;
const vote = (more: Partial<VoteFeatures>): VoteFeatures => {
  serial += 1;
  return {
    id: `vote-${serial}`,
    entryId: 'entry',
    voterId: `voter-${serial}`,
    castAt: midnight + 12 * hour,
    network: null,
    device: null,
    identityAgeDays: null,
    level: 'EMAIL',
    ...more,
  };
};

const many = (count: number, of: (i: number) => Partial<VoteFeatures>) =>
  Array.from({ length: count }, (_, i) => vote(of(i)));

function found(votes: readonly VoteFeatures[], more: Partial<DetectionInput> = {}) {
  const table = packVotes(votes);
  const findings = detect({
    table,
    timeZone: 'Asia/Shanghai',
    declared: { nightVotes: null, burstVotes: null, networkVotes: null },
    originOf: (id) => ({ organization: id, region: id }),
    ...more,
  });
  return findings.map(({ entryId, detector, severity, value, rows }) => ({
    entryId,
    detector,
    severity,
    value,
    ids: rows.map((row) => table.ids[row]),
  }));
}

const declared = { nightVotes: null, burstVotes: null, networkVotes: null };

test('no votes, no findings', () => {
  expect(found([])).toEqual([]);
});

test('more night votes than declared are held; as many as declared are not', () => {
  const night = many(11, (i) => ({ castAt: midnight + hour + i * 20 * minute }));
  const daytime = many(5, (i) => ({ castAt: midnight + 9 * hour + i * 20 * minute }));
  const votes = [...daytime, ...night];
  const [finding, ...rest] = found(votes, { declared: { ...declared, nightVotes: 10 } });
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ detector: VoteDetector.DECLARED_NIGHT, severity: 'HOLD', value: 11 });
  expect(finding?.ids).toEqual(night.map(({ id }) => id));
  expect(found(votes, { declared: { ...declared, nightVotes: 11 } })).toEqual([]);
});

test('any ten minutes count, not those of the clock, and exactly ten minutes apart are not within', () => {
  const burst = many(6, (i) => ({ castAt: midnight + 12 * hour + 5 * minute + i * 1.9 * minute }));
  const later = vote({ castAt: midnight + 12 * hour + 5 * minute + 19.5 * minute });
  const [finding] = found([later, ...burst], { declared: { ...declared, burstVotes: 5 } });
  expect(finding).toMatchObject({ detector: VoteDetector.DECLARED_BURST, value: 6 });
  expect(finding?.ids).toEqual(burst.map(({ id }) => id));
  const apart = many(6, (i) => ({ castAt: midnight + 12 * hour + i * 2 * minute }));
  expect(found(apart, { declared: { ...declared, burstVotes: 5 } })).toEqual([]);
});

test('more votes from one network than declared are held, those of other networks not', () => {
  const campus = many(4, (i) => ({ network: 'campus', castAt: midnight + (i + 8) * hour }));
  const others = many(4, (i) => ({ network: `home-${i}`, castAt: midnight + (i + 8) * hour }));
  const [finding, ...rest] = found([...others, ...campus], { declared: { ...declared, networkVotes: 3 } });
  expect(rest).toEqual([]);
  expect(finding?.ids.toSorted()).toEqual(campus.map(({ id }) => id).toSorted());
});

test('a beat is held without the votes in between', () => {
  const beat = many(60, (i) => ({ castAt: midnight + 9 * hour + i * 3 * minute + (i % 3) * 4_000 }));
  const between = many(6, (i) => ({ castAt: midnight + 9 * hour + i * 30 * minute + 90_000 }));
  const held = found([...beat, ...between]).filter(({ severity }) => severity === 'HOLD');
  expect(held.map(({ detector }) => detector)).toEqual([VoteDetector.REGULARITY]);
  const caught = beat.filter(({ id }) => held[0]?.ids.includes(id));
  expect(caught.length).toBe(60);
  expect(between.filter(({ id }) => held[0]?.ids.includes(id)).length).toBe(0);
});

test('a farm is held on its clients alone; sister entries are no clients, and neighbors are for people to know', () => {
  const background = many(600, (i) => ({ entryId: `other-${i % 30}`, castAt: midnight + (i % 14) * hour }));
  const pairs = many(300, (i) => ({
    entryId: `other-${(i >> 1) % 30 === 0 ? i % 30 : (i * 7) % 30}`,
    voterId: `multi-${i >> 1}`,
    castAt: midnight + (i % 12) * hour,
  }));
  const farm = Array.from({ length: 60 }, (_, account) => [
    ...['x', 'y', 'z'].map((entryId, k) =>
      vote({ entryId, voterId: `farm-${account}`, castAt: midnight + ((account * 7 + k) % 12) * hour + account * 977 }),
    ),
    vote({ entryId: `other-${account % 30}`, voterId: `farm-${account}`, castAt: midnight + (account % 12) * hour }),
  ]).flat();
  const votes = [...background, ...pairs, ...farm];
  const held = found(votes).filter(({ severity }) => severity === 'HOLD');
  expect(held.map(({ entryId, detector }) => `${entryId} ${detector}`).toSorted()).toEqual([
    'x LOCKSTEP',
    'y LOCKSTEP',
    'z LOCKSTEP',
  ]);
  expect(held.every(({ ids, value }) => ids.length === 60 && value === 60)).toBe(true);
  const oneOf = (id: string) => ('xyz'.includes(id) ? 'one' : id);
  const ofClients = (originOf: DetectionInput['originOf']) =>
    found(votes, { originOf })
      .filter(({ entryId, detector }) => 'xyz'.includes(entryId) && detector === VoteDetector.LOCKSTEP)
      .map(({ entryId, detector, severity }) => `${entryId} ${detector} ${severity}`);
  expect(ofClients((id) => ({ organization: oneOf(id), region: id }))).toEqual([]);
  expect(ofClients((id) => ({ organization: id, region: oneOf(id) }))).toEqual(
    ['x', 'y', 'z'].map((id) => `${id} LOCKSTEP NOTE`),
  );
});

test('night votes of people who choose others as well are noticed and not held', () => {
  const night = many(60, (i) => ({ castAt: midnight + 2 * hour + ((i * 37) % 170) * minute, identityAgeDays: 90 }));
  const elsewhere = night.map(({ voterId }, i) =>
    vote({ entryId: `other-${i}`, voterId, castAt: midnight + 10 * hour + i * minute }),
  );
  const severities = found([...night, ...elsewhere]).filter(({ entryId }) => entryId === 'entry');
  expect(severities.map(({ detector, severity }) => `${detector} ${severity}`)).toContain('NIGHT_SHARE NOTE');
  expect(severities.filter(({ severity }) => severity === 'HOLD')).toEqual([]);
});

test('whatever the votes: a vote is held once, for its own entry, and the order of reading does not matter', () => {
  const features = fc.record({
    entryId: fc.constantFrom('a', 'b', 'c'),
    voterId: fc.integer({ min: 0, max: 40 }).map((n) => `v${n}`),
    castAt: fc.integer({ min: 0, max: 48 * 60 }).map((n) => midnight + n * minute),
    network: fc.option(fc.constantFrom('n1', 'n2')),
    identityAgeDays: fc.option(fc.integer({ min: 0, max: 60_000 })),
  });
  fc.assert(
    fc.property(fc.array(features, { maxLength: 400 }), (list) => {
      const votes = list.map((more) => vote(more));
      const rule = { declared: { nightVotes: 8, burstVotes: 5, networkVotes: 20 } };
      const findings = found(votes, rule);
      const held = findings.filter(({ severity }) => severity === 'HOLD').flatMap(({ ids }) => ids);
      expect(new Set(held).size).toBe(held.length);
      const entryOf = new Map(votes.map(({ id, entryId }) => [id, entryId]));
      for (const { entryId, ids } of findings) {
        for (const id of ids) expect(entryOf.get(id ?? '')).toBe(entryId);
      }
      const again = found(votes.toReversed(), rule).filter(({ severity }) => severity === 'HOLD');
      expect(new Set(again.flatMap(({ ids }) => ids))).toEqual(new Set(held));
    }),
    { numRuns: 60 },
  );
});
