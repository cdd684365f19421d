import type { Context } from '../../../core/context.ts';
import { deviceHash, networkHash, networkOf } from '../../../platform/protection/index.ts';
import type { Signs } from '../ballot/ballot.ts';
import type { Person } from './voter.ts';

const dayMs = 86_400_000;

/** What is stored of a request beside the vote: hashes that identify a network and a device within one day only. */
export function signsOf({ client, secret, clock }: Context, person: Person): Signs {
  const now = clock.now();
  const network = client.address === null ? null : networkOf(client.address);
  return {
    level: person.level,
    network: network === null ? null : networkHash(secret, now.toISOString().slice(0, 10), network),
    device: client.device === null ? null : deviceHash(secret, client.device.id),
    identityAgeDays:
      person.since === null
        ? null
        : Math.min(32_767, Math.max(0, Math.floor((now.getTime() - person.since.getTime()) / dayMs))),
    enteredBy: null,
  };
}
