import type { Context } from '../../../core/context.ts';
import { Challenges, type Purpose } from '../challenges/challenge.ts';
import { networkOf } from '../client-network.ts';
import { RecentSet } from '../challenges/recent-set.ts';
import { SlidingWindow } from './sliding-window.ts';
import { voteLimits, type VoteLimits } from './vote-limits.ts';

interface VoteAttempt {
  context: Pick<Context, 'client' | 'clock' | 'viewer'>;
  competitionId: string;
  /** The pseudonym under which the vote would count. */
  voterId: string;
  level: string;
  /** The key under which the vote is sent, and sent again while nobody knows what became of it. */
  key: string;
  /** The answer to a challenge, as ALTCHA writes it. */
  proof: string | null;
}

export type GuardAnswer =
  | null
  | { kind: 'challenge'; challenge: string }
  | { kind: 'wait'; retryAfterSeconds: number }
  /** A proof that holds; the transaction of the vote stores its id, which is what makes it good for one vote. */
  | { kind: 'passed'; challengeId: string; challengeExpiresAt: Date };

export interface VoteGuard {
  /**
   * Null when the vote may go on; otherwise what is needed first. Asked for every castVote, however many of them come
   * in one request, and each time counts.
   */
  check(attempt: VoteAttempt): GuardAnswer;
}

/** A device, or an account where no device shows itself, is fresh for so long; its first vote asks for a proof. */
const freshMs = 60 * 60_000;

/** Somewhat longer than a challenge lives. */
const keptMs = 11 * 60_000;

/**
 * The guard keeps its counts in this process: several processes allow several times as much, which the quota in the
 * database bounds anyway. The limits are there to price a flood, not to say who may vote.
 */
export function makeVoteGuard(secret: string, limits: VoteLimits = voteLimits): VoteGuard {
  const challenges = new Challenges(secret);
  const identities = new SlidingWindow(limits.identity.windowMs);
  const devices = new SlidingWindow(limits.device.windowMs, 1 << 19);
  const networks = new SlidingWindow(limits.network.windowMs, 1 << 18);
  const total = new SlidingWindow(limits.total.windowMs, 1 << 4);
  const used = new RecentSet(keptMs);
  const known = new RecentSet(freshMs);

  /** How many times the limit that is exceeded most is reached. */
  function excess({ client }: VoteAttempt['context'], now: number): number {
    let most = total.take('all', now) / limits.total.attempts;
    if (client.device) most = Math.max(most, devices.take(client.device.id, now) / limits.device.attempts);
    if (client.address !== null) {
      most = Math.max(most, networks.take(networkOf(client.address), now) / limits.network.attempts);
    }
    return most;
  }

  /** A proof is good for one key: the same vote sent again brings back what it made, and another one gets nothing. */
  function pays(challengeId: string, key: string, now: number): boolean {
    const sent = `${challengeId} ${key}`;
    if (!used.add(challengeId, now)) return used.has(sent, now);
    return used.add(sent, now);
  }

  return {
    check(attempt) {
      const { context, competitionId, voterId, level, key, proof } = attempt;
      const instant = context.clock.now();
      const now = instant.getTime();
      if (identities.take(voterId, now, limits.identity.attempts) > limits.identity.attempts) {
        return { kind: 'wait', retryAfterSeconds: identities.secondsToWait(now, limits.identity.attempts) };
      }
      const purpose: Purpose = { action: 'vote', competition: competitionId, subject: voterId };
      const newcomer = freshness(context, voterId, now);
      if (proof !== null) {
        const proven = challenges.verify(proof, purpose, instant);
        // Who has paid is not counted again: the attempt that brought the challenge was.
        if (proven && pays(proven.challengeId, key, now)) {
          if (newcomer !== null) known.add(newcomer, now);
          return { kind: 'passed', ...proven };
        }
      }
      const pressure = excess(context, now);
      const isNew = newcomer !== null && !known.has(newcomer, now);
      if (level !== 'DEVICE' && !isNew && pressure <= 1) return null;
      return { kind: 'challenge', challenge: challenges.issue(purpose, limits.price(pressure), instant) };
    },
  };
}

/**
 * What is to be remembered of somebody who has just come; null for those who have been here for a while. Leaving the
 * device's cookie at home does not help: then the age of the account decides.
 */
function freshness({ client, viewer }: VoteAttempt['context'], voterId: string, now: number): string | null {
  const since = client.device?.since ?? viewer?.since;
  if (since === undefined || now - since.getTime() >= freshMs) return null;
  return client.device?.id ?? voterId;
}
