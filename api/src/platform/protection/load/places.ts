import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Sent with a request by whoever was refused before; its value is the `place` of that refusal. */
export const placeHeader = 'x-laurel-place';

const form = /^([\w-]{8})\.([\da-z]{1,10})\.([\w-]{22})$/;

/**
 * Writes places in the line so that nobody can invent one. The line is that of one process: what another process gave
 * out, or this one before it was started anew, is no place here.
 */
export class Places {
  readonly #line = randomBytes(6).toString('base64url');
  readonly #key: string;

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('protection/place').digest('hex');
  }

  write(place: number): string {
    const number = place.toString(36);
    return `${this.#line}.${number}.${this.#sign(number)}`;
  }

  /** Null for what is no place of this line. */
  read(text: unknown): number | null {
    if (typeof text !== 'string') return null;
    const [, line, number, signature] = form.exec(text) ?? [];
    if (line !== this.#line || !number || !signature) return null;
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(this.#sign(number)))) return null;
    return Number.parseInt(number, 36);
  }

  /**
   * A hash over the key and then the message, at once: a refusal is to cost ten microseconds, and createHmac takes four
   * of them where this takes one. What HMAC adds is safety from prolonging a message whose whole hash is known; this
   * one is cut to half.
   */
  #sign(number: string): string {
    return hash('sha256', `${this.#key}/${this.#line}/${number}`, 'base64url').slice(0, 22);
  }
}
