import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../../../core/clock.ts';
import { Challenges, type Proven, type Purpose } from './challenge.ts';
import { networkOf } from '../client-network.ts';
import { difficulty } from './difficulty.ts';
import { RecentSet } from './recent-set.ts';

/** A device has no account yet, so its challenge is bound to nobody; an answer serves once. */
const purpose: Purpose = { action: 'device', competition: '', subject: '' };

/**
 * A browser asks for a device once, so a campus of 3,000 asks for as many; a farm that wants a thousand voters asks for
 * a thousand from wherever it stands.
 */
const perNetwork = { points: 120, duration: 600 };

/** Somewhat longer than a challenge lives. */
const keptMs = 11 * 60_000;

interface DeviceChallenges {
  issue(address: string): Promise<string>;
  /** Null unless the answer holds and is new here. */
  accept(proof: string): Proven | null;
}

/** The price of a device, without which ten thousand of them would cost nothing and every limit per device be void. */
export function makeDeviceChallenges(secret: string, clock: Clock, price = difficulty): DeviceChallenges {
  const challenges = new Challenges(secret);
  const networks = new RateLimiterMemory(perNetwork);
  const used = new RecentSet(keptMs);
  return {
    async issue(address) {
      // `penalty` counts without ever refusing.
      const { consumedPoints } = await networks.penalty(networkOf(address));
      return challenges.issue(purpose, price(consumedPoints / perNetwork.points), clock.now());
    },
    accept(proof) {
      const now = clock.now();
      const proven = challenges.verify(proof, purpose, now);
      return proven && used.add(proven.challengeId, now.getTime()) ? proven : null;
    },
  };
}

/** `GET /api/challenge?for=device`: what a browser solves before it asks for a device. */
export function registerChallengeRoute(app: FastifyInstance, devices: DeviceChallenges): void {
  app.get<{ Querystring: { for?: string } }>('/api/challenge', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.query.for !== 'device') {
      return await reply.status(400).send({ code: 'BAD_REQUEST', message: 'There are challenges for=device only.' });
    }
    return await reply.send({ challenge: await devices.issue(request.ip) });
  });
}
