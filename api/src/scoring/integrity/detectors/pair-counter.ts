/** Counts pairs of small numbers in an open-addressing table: a Map of a million keys costs ten times as much. */
export class PairCounter {
  #keys = new Float64Array(1 << 16).fill(-1);
  #counts = new Int32Array(1 << 16);
  #used = 0;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  add(a: number, b: number): void {
    if (this.#used * 2 > this.#keys.length) this.#grow();
    const key = a * this.#width + b;
    const slot = this.#slot(key);
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = key;
      this.#used += 1;
    }
    this.#counts[slot]! += 1;
  }

  of(a: number, b: number): number {
    const slot = this.#slot(a < b ? a * this.#width + b : b * this.#width + a);
    return this.#keys[slot] === -1 ? 0 : this.#counts[slot]!;
  }

  /** Pairs that occurred at least so often. */
  *atLeast(fewest: number): Generator<{ a: number; b: number; count: number }> {
    for (let slot = 0; slot < this.#keys.length; slot += 1) {
      const key = this.#keys[slot]!;
      const count = this.#counts[slot]!;
      if (key !== -1 && count >= fewest) yield { a: Math.floor(key / this.#width), b: key % this.#width, count };
    }
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key % 4_294_967_291, 2_654_435_761) >>> 7) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#counts = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i += 1) {
      if (keys[i] === -1) continue;
      const slot = this.#slot(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#counts[slot] = counts[i]!;
    }
  }
}
