import { solve } from '../vote/deliver';

/**
 * Makes this browser one that the server knows again, where votes of devices count. It costs a small proof of work, or
 * a thousand devices would cost as little as one.
 */
export async function becomeKnown(onProving: () => void): Promise<void> {
  const asked = await fetch('/api/challenge?for=device');
  if (!asked.ok) throw new Error(`The challenge was answered with ${asked.status}`);
  const { challenge } = (await asked.json()) as { challenge: string };
  onProving();
  const answer = await fetch('/api/device', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ proof: await solve(challenge) }),
  });
  if (!answer.ok) throw new Error(`The device was answered with ${answer.status}`);
}
