/** Nobody stands in line for longer than they would wait. */
export class GateFull extends Error {}

interface Waiting {
  weight: number;
  enter: () => void;
}

/** Lets so much weight in at a time, in the order of coming; what is heavier than all there is room for goes in alone. */
export class Gate {
  #inside = 0;
  readonly #line: Waiting[] = [];

  constructor(
    private readonly room: number,
    private readonly longestLine: number,
  ) {}

  async pass<T>(weight: number, work: () => Promise<T>): Promise<T> {
    const counted = Math.min(Math.max(weight, 1), this.room);
    if (this.#line.length > 0 || this.#inside + counted > this.room) {
      if (this.#line.length >= this.longestLine) throw new GateFull();
      await new Promise<void>((enter) => this.#line.push({ weight: counted, enter }));
    } else this.#inside += counted;
    try {
      return await work();
    } finally {
      this.#inside -= counted;
      this.#next();
    }
  }

  #next(): void {
    for (let first = this.#line[0]; first && this.#inside + first.weight <= this.room; first = this.#line[0]) {
      this.#line.shift();
      this.#inside += first.weight;
      first.enter();
    }
  }
}
