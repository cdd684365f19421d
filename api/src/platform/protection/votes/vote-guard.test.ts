import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../core/clock.ts';
import { noClient, type ClientSigns, type Viewer } from '../../../core/context.ts';
import { difficulty } from '../challenges/difficulty.ts';
import { solved } from '../testing.ts';
import { makeVoteGuard, type GuardAnswer, type VoteGuard } from './vote-guard.ts';
import { voteLimits, type VoteLimits } from './vote-limits.ts';

const secret = 'a secret for tests, thirty-two characters';
const begin = Date.UTC(2026, 10, 22, 12);
const old = new Date(begin - 100 * 86_400_000);
const competitionId = '0192aaaa-0000-7000-8000-000000000001';
const viewer: Viewer = { id: 'u1', email: 'a@example.org', name: 'A', since: old };

let clock: ReturnType<typeof fixedClock>;
let priced: number[];
let guard: VoteGuard;

/** The real guard at the real prices, but every proof is made for a small part of them, or the tests would take hours. */
const limitsWith = (changes: Partial<VoteLimits> = {}): VoteLimits => ({
  ...voteLimits,
  ...changes,
  price: (excess) => {
    const hashes = difficulty(excess);
    priced.push(hashes);
    return hashes / 20_000;
  },
});

beforeEach(() => {
  clock = fixedClock(new Date(begin));
  priced = [];
  guard = makeVoteGuard(secret, limitsWith());
});

interface Who {
  voterId: string;
  client?: ClientSigns;
  level?: string;
  viewer?: Viewer | null;
  /** That of another vote where none is given. */
  key?: string;
}

const check = (who: Who, proof: string | null = null, competition = competitionId): GuardAnswer =>
  guard.check({
    context: { clock, client: who.client ?? noClient, viewer: who.viewer === undefined ? viewer : who.viewer },
    competitionId: competition,
    voterId: who.voterId,
    level: who.level ?? 'EMAIL',
    key: who.key ?? crypto.randomUUID(),
    proof,
  });

/** An honest page: it solves what it is asked to and waits when it is told to. */
function vote(who: Who): { passed: boolean; requests: number } {
  let answer = check(who);
  if (answer?.kind === 'challenge') {
    answer = check(who, solved(answer.challenge));
    return { passed: answer?.kind === 'passed', requests: 2 };
  }
  return { passed: answer === null, requests: 1 };
}

const challengeOf = (answer: GuardAnswer): string => {
  if (answer?.kind !== 'challenge') throw new Error(`expected a challenge, got ${answer?.kind ?? 'no challenge'}`);
  return answer.challenge;
};

const device = (id: string, since = old) => ({ id, since });
const at = (address: string, id?: string): ClientSigns => ({ address, device: id === undefined ? null : device(id) });

describe('who needs a proof', () => {
  test('nobody who is known and in no hurry', () => {
    expect(check({ voterId: 'v1', client: at('192.0.2.1', 'd1') })).toBeNull();
  });

  test('a vote of a device, every time', () => {
    const who = { voterId: 'v1', level: 'DEVICE', viewer: null, client: at('192.0.2.1', 'd1') };
    for (let i = 0; i < 3; i += 1) {
      const challenge = challengeOf(check(who));
      expect(check(who, solved(challenge))?.kind).toBe('passed');
    }
  });

  test('the first vote of a fresh device, and the next one no more', () => {
    const who = { voterId: 'v1', client: { address: '192.0.2.1', device: device('d1', new Date(begin - 60_000)) } };
    expect(check(who, solved(challengeOf(check(who))))?.kind).toBe('passed');
    expect(check(who)).toBeNull();
  });

  test('the first vote of a fresh account that shows no device', () => {
    const who = { voterId: 'v1', viewer: { ...viewer, since: new Date(begin - 60_000) } };
    expect(check(who)?.kind).toBe('challenge');
    expect(check({ ...who, voterId: 'v2' })?.kind).toBe('challenge');
    expect(check(who, solved(challengeOf(check(who))))?.kind).toBe('passed');
    expect(check(who)).toBeNull();
  });
});

describe('a proof', () => {
  const first = { voterId: 'v1', level: 'DEVICE', viewer: null, client: at('192.0.2.1', 'd1') };

  test('is refused for another voter and another competition', () => {
    const proof = solved(challengeOf(check(first)));
    expect(check({ ...first, voterId: 'v2' }, proof)?.kind).toBe('challenge');
    expect(check(first, proof, '0192aaaa-0000-7000-8000-000000000002')?.kind).toBe('challenge');
    expect(check(first, proof)?.kind).toBe('passed');
  });

  test('is refused when it comes too late', () => {
    const proof = solved(challengeOf(check(first)));
    clock.set(new Date(begin + 11 * 60_000));
    expect(check(first, proof)?.kind).toBe('challenge');
  });

  test('is good for one vote, which may be sent again', () => {
    const proof = solved(challengeOf(check(first)));
    const sent = { ...first, key: crypto.randomUUID() };
    for (let i = 0; i < 3; i += 1) expect(check(sent, proof)?.kind).toBe('passed');
    expect(check(first, proof)?.kind).toBe('challenge');
  });

  test('passes once in ten replays for other votes', () => {
    const proof = solved(challengeOf(check(first)));
    const kinds = Array.from({ length: 10 }, (_, i) => {
      clock.set(new Date(begin + i));
      return check(first, proof)?.kind;
    });
    expect(kinds).toEqual(['passed', ...Array.from({ length: 9 }, () => 'challenge')]);
  });
});

test('an identity that hurries is told how long to wait, and after that gets in', () => {
  const who = { voterId: 'v1', client: at('192.0.2.1', 'd1') };
  const answers = Array.from({ length: 40 }, () => check(who));
  expect(answers.filter((answer) => answer?.kind !== 'wait')).toHaveLength(30);
  const last = answers.at(-1);
  if (last?.kind !== 'wait') throw new Error('expected to wait');
  expect(last.retryAfterSeconds).toBeLessThanOrEqual(62);
  clock.set(new Date(begin + last.retryAfterSeconds * 1000));
  expect(check(who)?.kind).not.toBe('wait');
});

test('a bot with one address and 10,000 tries gets its identities’ own limits and no more, whatever it solves', () => {
  const identities = 50;
  const minutes = 10;
  let passed = 0;
  let paid = 0;
  for (let i = 0; i < 10_000; i += 1) {
    clock.set(new Date(begin + (i * minutes * 60_000) / 10_000));
    const who = { voterId: `bot-${i % identities}`, client: at('203.0.113.9') };
    let answer = check(who);
    // It takes its chance at every challenge.
    if (answer?.kind === 'challenge') answer = check(who, solved(answer.challenge));
    if (answer === null) passed += 1;
    if (answer?.kind === 'passed') [passed, paid] = [passed + 1, paid + 1];
  }
  const mean = priced.reduce((sum, hashes) => sum + hashes, 0) / priced.length;
  process.stdout.write(
    `  10,000 tries of ${identities} identities in ${minutes} min: ${passed} reached the ballot box, ${paid} of them paid, ${Math.round(mean)} hashes each\n`,
  );
  expect(passed).toBeLessThanOrEqual(identities * 30 * (minutes + 1));
  expect(passed - paid).toBeLessThanOrEqual(120 * (minutes + 1));
  expect(mean).toBeGreaterThan(150_000);
});

test('3,000 voters of one campus get through one address in 40 minutes', () => {
  const voters = 3_000;
  // Not evenly: 600 sit in one lecture and vote within two minutes of its end.
  const arrivals = Array.from({ length: voters }, (_, i) => {
    const isLecture = i < 600;
    const share = ((i * 2_654_435_761) % 1_000_003) / 1_000_003;
    return begin + (isLecture ? 20 * 60_000 + share * 2 * 60_000 : share * 40 * 60_000);
  }).toSorted((a, b) => a - b);
  let passed = 0;
  let requests = 0;
  for (const [i, arrival] of arrivals.entries()) {
    clock.set(new Date(arrival));
    const result = vote({ voterId: `campus-${i}`, client: at(`198.51.100.${i % 4}`, `phone-${i}`) });
    passed += result.passed ? 1 : 0;
    requests += result.requests;
  }
  const solvedShare = ((requests - voters) / voters) * 100;
  const dearest = Math.max(...priced);
  process.stdout.write(
    `  campus: ${passed} of ${voters} through, ${solvedShare.toFixed(1)} % solved a proof, the dearest ${dearest} hashes (${(dearest / 60_000).toFixed(1)} s on an old phone)\n`,
  );
  expect(passed / voters).toBeGreaterThanOrEqual(0.995);
  // A soft limit that nobody reached would prove nothing.
  expect(solvedShare).toBeGreaterThan(5);
  expect(dearest).toBeLessThanOrEqual(200_000);
});

test('a neighbor who floods the network makes the proof dearer for others there, and stops nobody', () => {
  for (let i = 0; i < 5_000; i += 1) {
    clock.set(new Date(begin + i * 10));
    check({ voterId: `bot-${i}`, client: at('198.51.100.7') });
  }
  priced.length = 0;
  expect(vote({ voterId: 'v1', client: at('198.51.100.8', 'd1') }).passed).toBe(true);
  expect(priced).toEqual([600_000]);
  expect(check({ voterId: 'v2', client: at('192.0.2.1', 'd2') })).toBeNull();
});

test('a flood from everywhere asks everybody for a small proof', () => {
  guard = makeVoteGuard(secret, limitsWith({ total: { attempts: 1_000, windowMs: 1_000 } }));
  for (let i = 0; i < 1_500; i += 1) check({ voterId: `v${i}`, client: at(`10.${i % 250}.${i % 199}.1`) });
  priced.length = 0;
  expect(vote({ voterId: 'w', client: at('192.0.2.1', 'd1') }).passed).toBe(true);
  expect(priced).toEqual([20_000]);
});
