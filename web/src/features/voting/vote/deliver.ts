import type { Place } from '../../../apollo/waiting-line';

/** Why what was sent is not answered yet. */
export type Delay = { is: 'proving' } | ({ is: 'waiting' } & Place);

interface Answer {
  __typename: string;
  challenge?: string;
  retryAfterSeconds?: number;
}

type Detour = { __typename: 'ChallengeNeededError' | 'OverloadedError' };

interface Extras {
  proof: string | null;
  onPlace: (place: Place | null) => void;
}

/** More would mean that our proofs are not accepted, and solving on would only warm the phone. */
const mostProofs = 4;

/**
 * Sends a vote or a ballot until it is answered for good: solves the challenges it is asked for and waits where the
 * server is full. Each try is `send` with the same key, so that whatever was lost on the way counts once.
 */
export async function deliver<Result extends Answer>(
  send: (extras: Extras) => Promise<Result>,
  onDelay: (delay: Delay | null) => void,
  signal: AbortSignal,
): Promise<Exclude<Result, Detour>> {
  const onPlace = (place: Place | null) => onDelay(place && { is: 'waiting', ...place });
  let proof: string | null = null;
  for (let proofs = 0; ;) {
    const result = await send({ proof, onPlace });
    signal.throwIfAborted();
    if (result.__typename === 'ChallengeNeededError' && result.challenge) {
      if (++proofs > mostProofs) throw new Error('The proofs were not accepted');
      onDelay({ is: 'proving' });
      proof = await solve(result.challenge, signal);
      signal.throwIfAborted();
    } else if (result.__typename === 'OverloadedError') {
      const milliseconds = Math.max(1, result.retryAfterSeconds ?? 1) * 1000;
      onDelay({ is: 'waiting', until: Date.now() + milliseconds, ahead: null });
      await pause(milliseconds, signal);
    } else {
      return result as Exclude<Result, Detour>;
    }
    onDelay(null);
  }
}

/** Loaded when first needed: most votes are never challenged. */
export async function solve(challenge: string, signal?: AbortSignal): Promise<string> {
  const { solveChallenge } = await import('../proof/proof');
  return await solveChallenge(challenge, signal);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
