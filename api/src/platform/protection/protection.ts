import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Admission } from './load/admission.ts';
import { makeDeviceChallenges, registerChallengeRoute } from './challenges/device-challenges.ts';
import { LoadShedding, sheddingServer } from './load/load-shedding.ts';
import type { Gate } from './load/socket-gate.ts';
import { makeVoteGuard, type VoteGuard } from './votes/vote-guard.ts';
import { voteLimits } from './votes/vote-limits.ts';

interface ProtectionSettings {
  secret: string;
  clock: Clock;
  /** Of all voters together; beyond it every vote asks for a proof of work. */
  votesPerSecond?: number | undefined;
  admission?: Admission | undefined;
}

/** What stands between the network and the use cases. */
interface Protection {
  serverFactory: FastifyServerFactory;
  /** Who answers what was let in, where it came plain enough, ahead of the HTTP server. */
  serveBy: (serve: Gate['serve']) => void;
  /** To be waited for before the HTTP server is closed. */
  close: () => Promise<void>;
  voteGuard: VoteGuard;
  /** Whether the body of a request for a device holds the answer to a challenge. */
  devicePrice: (body: unknown) => boolean;
  registerRoutes: (app: FastifyInstance) => void;
}

const paid = z.object({ proof: z.string() });

export function makeProtection({ secret, clock, votesPerSecond, admission }: ProtectionSettings): Protection {
  const devices = makeDeviceChallenges(secret, clock);
  const total = { attempts: votesPerSecond ?? voteLimits.total.attempts, windowMs: 1000 };
  const shedding = new LoadShedding(secret, admission);
  return {
    serverFactory: sheddingServer(shedding),
    serveBy: (serve) => shedding.serveBy(serve),
    close: () => shedding.close(),
    voteGuard: makeVoteGuard(secret, { ...voteLimits, total }),
    devicePrice: (body) => {
      const { success, data } = paid.safeParse(body);
      return success && devices.accept(data.proof) !== null;
    },
    registerRoutes: (app) => registerChallengeRoute(app, devices),
  };
}
