/** Chance that comes out the same for the same seed: sfc32, seeded by splitmix32. */
export class Random {
  readonly #state: Uint32Array;

  constructor(seed: number) {
    let s = seed >>> 0;
    const next = () => {
      s = (s + 0x9e_37_79_b9) >>> 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x21_f0_aa_ad);
      z = Math.imul(z ^ (z >>> 15), 0x73_5a_2d_97);
      return (z ^ (z >>> 15)) >>> 0;
    };
    this.#state = Uint32Array.from([next(), next(), next(), 1]);
    for (let i = 0; i < 12; i += 1) this.unit();
  }

  /** From 0 up to, not at, 1. */
  unit(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state;
    const t = (a + b + d) >>> 0;
    this.#state.set([b ^ (b >>> 9), (c + (c << 3)) >>> 0, ((c << 21) | (c >>> 11)) + t, d + 1]);
    return t / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  chance(p: number): boolean {
    return this.unit() < p;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit());
  }
}

/** Draws positions in proportion to their weights. */
export class Weighted {
  readonly #sums: Float64Array;

  constructor(weights: readonly number[]) {
    let sum = 0;
    this.#sums = Float64Array.from(weights, (weight) => (sum += weight));
  }

  draw(random: Random): number {
    const target = random.unit() * (this.#sums.at(-1) ?? 0);
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
