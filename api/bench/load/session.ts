import { createHash, createHmac } from 'node:crypto';

/** The session of the nth voter; the fixtures store it, the generator sends it. */
export const tokenOf = (voter: number): string =>
  createHash('sha256').update(`bench-session-${voter}`).digest('base64url').slice(0, 32);

/** Signed the way better-auth does it. */
export function cookieOf(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `laurel.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
