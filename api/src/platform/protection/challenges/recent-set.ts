/**
 * Remembers texts for at least `lifeMs` and at most twice as long, in two generations: when the older one is past its
 * life it is dropped whole. No timers, and never more than twice `most` texts; beyond that the older generation goes
 * early, so a caller that needs certainty asks the database as well.
 */
export class RecentSet {
  #current = new Set<string>();
  #previous = new Set<string>();
  #since = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly lifeMs: number,
    private readonly most = 200_000,
  ) {}

  has(text: string, now: number): boolean {
    this.#turn(now);
    return this.#current.has(text) || this.#previous.has(text);
  }

  /** False where it was there already. */
  add(text: string, now: number): boolean {
    if (this.has(text, now)) return false;
    if (this.#current.size >= this.most) this.#next(now);
    this.#current.add(text);
    return true;
  }

  get size(): number {
    return this.#current.size + this.#previous.size;
  }

  #turn(now: number): void {
    if (now - this.#since < this.lifeMs) return;
    // After a long silence both are old.
    if (now - this.#since >= 2 * this.lifeMs) this.#current = new Set();
    this.#next(now);
  }

  #next(now: number): void {
    this.#previous = this.#current;
    this.#current = new Set();
    this.#since = now;
  }
}
