import { solve } from './deliver';

/**
 * Makes this browser one that the server knows again, where votes of devices count. It costs a small proof of work
 * where the server asks for one, or a thousand devices would cost as little as one.
 */
export async function becomeKnown(onProving: () => void): Promise<void> {
  if (await ask({})) return;
  onProving();
  const response = await fetch('/api/challenge?for=device');
  if (!response.ok) throw new Error(`The challenge was answered with ${response.status}`);
  const text = await response.text();
  const { challenge } = JSON.parse(text) as { challenge?: unknown };
  if (!(await ask({ proof: await solve(typeof challenge === 'string' ? challenge : text) }))) {
    throw new Error('The proof was not accepted');
  }
}

/** False where a proof is wanted first. */
async function ask(body: { proof?: string }): Promise<boolean> {
  const response = await fetch('/api/device', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(body),
  });
  if (response.ok) return true;
  if (response.status === 403) return false;
  throw new Error(`The device was answered with ${response.status}`);
}
