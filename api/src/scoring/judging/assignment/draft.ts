/**
 * An assignment in the making. Entries and judges are numbers here; a set of judges is a row of bits, 32 to a word, for
 * the searches ask for "who of these" much more often than for one. Two bits a pair: 14 MB for 47,000 × 1,200.
 */
export class Draft {
  /** Words of a set of judges. */
  readonly words: number;
  /** Entries of each judge, with what was taken before. */
  readonly load: Int32Array;
  /** The judges of each entry, with those it had before. */
  readonly judgesOf: number[][];
  /** The entries that were chosen here for each judge, and so may still move. */
  readonly entriesOf: number[][];
  /** For each judge, as a set: at least everybody who may take over one of `entriesOf`, as far as is known. */
  readonly #outlook: Int32Array;
  readonly #wanted: readonly number[];
  readonly #limits: readonly number[];
  readonly #count: Int32Array;
  /** For each entry, as sets: whom there is no need to ask about any more, and who of them may have it and do not. */
  readonly #asked: Int32Array;
  readonly #free: Int32Array;
  readonly #unasked: Int32Array;
  readonly #mayMark: (judge: number, entry: number) => boolean;

  constructor(
    wanted: readonly number[],
    limits: readonly (number | null)[],
    mayMark: (judge: number, entry: number) => boolean,
  ) {
    this.words = (limits.length + 31) >>> 5;
    this.load = new Int32Array(limits.length);
    this.judgesOf = wanted.map(() => []);
    this.entriesOf = limits.map(() => []);
    this.#outlook = new Int32Array(limits.length * this.words);
    this.#wanted = wanted;
    this.#limits = limits.map((limit) => limit ?? Infinity);
    this.#count = new Int32Array(wanted.length);
    this.#asked = new Int32Array(wanted.length * this.words);
    this.#free = new Int32Array(wanted.length * this.words);
    this.#unasked = new Int32Array(wanted.length).fill(limits.length);
    this.#mayMark = mayMark;
  }

  /** An assignment of before. One of its sides may be out of the request: it still counts for the other. */
  keep(entry: number | undefined, judge: number | undefined): void {
    if (judge !== undefined) this.load[judge]! += 1;
    if (entry === undefined) return;
    this.#count[entry]! += 1;
    if (judge === undefined) return;
    this.judgesOf[entry]!.push(judge);
    this.#asked[entry * this.words + (judge >>> 5)]! |= 1 << judge;
    this.#unasked[entry]! -= 1;
  }

  /** To a judge who may take it. */
  give(entry: number, judge: number): void {
    this.load[judge]! += 1;
    this.#count[entry]! += 1;
    this.judgesOf[entry]!.push(judge);
    this.entriesOf[judge]!.push(entry);
    this.#flip(entry, judge);
    this.#widen(judge, entry);
  }

  /** What was given here, not what was kept. */
  release(entry: number, judge: number): void {
    this.load[judge]! -= 1;
    this.#count[entry]! -= 1;
    remove(this.judgesOf[entry]!, judge);
    remove(this.entriesOf[judge]!, entry);
    this.#flip(entry, judge);
    this.#offer(entry, judge);
  }

  /** The `i`th entry of the one goes to the other, and the `j`th of the other to the one. */
  exchange(one: number, i: number, other: number, j: number): void {
    const entry = this.entriesOf[one]![i]!;
    const otherEntry = this.entriesOf[other]![j]!;
    this.entriesOf[one]![i] = otherEntry;
    this.entriesOf[other]![j] = entry;
    this.#replace(entry, one, other);
    this.#replace(otherEntry, other, one);
  }

  count(entry: number): number {
    return this.#count[entry]!;
  }

  missing(entry: number): number {
    return this.#wanted[entry]! - this.#count[entry]!;
  }

  hasRoom(judge: number): boolean {
    return this.load[judge]! < this.#limits[judge]!;
  }

  /** Whether the judge may have the entry and does not. */
  mayTake(entry: number, judge: number): boolean {
    return this.mayTakeAmong(entry, judge >>> 5, 1 << judge) !== 0;
  }

  /** Who of these judges, a word of a set, may have the entry and do not. */
  mayTakeAmong(entry: number, word: number, judges: number): number {
    const at = entry * this.words + word;
    if (this.#unasked[entry] !== 0) this.#ask(entry, word, judges & ~this.#asked[at]!);
    return judges & this.#free[at]!;
  }

  /** False if surely none of these judges may take over an entry of the judge. */
  mayPass(judge: number, judges: Int32Array): boolean {
    const at = judge * this.words;
    for (let word = 0; word < this.words; word += 1) {
      if ((this.#outlook[at + word]! & judges[word]!) !== 0) return true;
    }
    return false;
  }

  /** Makes `mayPass` exact as far as is known: entries that went and answers that came have not narrowed it. */
  review(judge: number): void {
    this.#outlook.fill(0, judge * this.words, (judge + 1) * this.words);
    for (const entry of this.entriesOf[judge]!) this.#widen(judge, entry);
  }

  everyJudge(): Int32Array {
    const all = new Int32Array(this.words);
    for (let judge = 0; judge < this.load.length; judge += 1) all[judge >>> 5]! |= 1 << judge;
    return all;
  }

  #ask(entry: number, word: number, judges: number): void {
    const at = entry * this.words + word;
    for (let unknown = judges; unknown !== 0; unknown &= unknown - 1) {
      if (this.#mayMark((word << 5) + lowest(unknown), entry)) this.#free[at]! |= unknown & -unknown;
      this.#unasked[entry]! -= 1;
    }
    this.#asked[at]! |= judges;
  }

  #replace(entry: number, judge: number, by: number): void {
    const judges = this.judgesOf[entry]!;
    judges[judges.indexOf(judge)] = by;
    this.#flip(entry, judge);
    this.#flip(entry, by);
    this.#offer(entry, judge);
    this.#widen(by, entry);
  }

  #widen(judge: number, entry: number): void {
    const [to, from] = [judge * this.words, entry * this.words];
    for (let word = 0; word < this.words; word += 1) {
      this.#outlook[to + word]! |= this.#free[from + word]! | ~this.#asked[from + word]!;
    }
  }

  /** The judge could take the entry from the judge who has it. */
  #offer(entry: number, judge: number): void {
    for (const holder of this.judgesOf[entry]!) this.#outlook[holder * this.words + (judge >>> 5)]! |= 1 << judge;
  }

  #flip(entry: number, judge: number): void {
    this.#free[entry * this.words + (judge >>> 5)]! ^= 1 << judge;
  }
}

/** The place of the lowest bit that is set. */
export const lowest = (bits: number) => 31 - Math.clz32(bits & -bits);

function remove(list: number[], value: number): void {
  const last = list.pop()!;
  if (last !== value) list[list.indexOf(value)] = last;
}
