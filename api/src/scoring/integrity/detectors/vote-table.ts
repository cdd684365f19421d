import { finished } from './finished.ts';

/** What the detectors know of one vote: nothing that names a person. */
export interface VoteFeatures {
  id: string;
  entryId: string;
  /** The voter's pseudonym in this competition. */
  voterId: string;
  /** Milliseconds since 1970. */
  castAt: number;
  /** Keyed hash of the /24 or /48; the key changes daily, so one network looks like another tomorrow. */
  network: string | null;
  /** Keyed hash of the device's cookie. */
  device: string | null;
  /** How old the identity was when it voted. */
  identityAgeDays: number | null;
  /** How the voter is known: DEVICE, EMAIL, PHONE, OIDC, or IMPORTED for ballots that staff entered. */
  level: string;
}

/**
 * Votes as columns of numbers, sorted by entry and, within it, by time: the rows of entry `e` are
 * `start[e] … start[e + 1] - 1`. A row is a position in the columns; `ids` leads back to the votes.
 */
export interface VoteTable {
  size: number;
  ids: string[];
  entries: string[];
  start: Int32Array;
  entry: Int32Array;
  voter: Int32Array;
  voters: number;
  voterIds: string[];
  castAt: Float64Array;
  /** -1 where unknown. */
  network: Int32Array;
  networks: number;
  /** -1 where unknown. */
  device: Int32Array;
  /** -1 where unknown. */
  ageDays: Int16Array;
}

/** Gives each text a small number, in the order of first sight. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(text: string | null): number {
    if (text === null) return -1;
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }

  get size(): number {
    return this.#numbers.size;
  }

  texts(): string[] {
    return [...this.#numbers.keys()];
  }
}

const oldest = 32_000;

/** Gathers votes one by one, so that a reader can drop each page of rows when it is packed. */
export class VoteTableBuilder {
  readonly #ids: string[] = [];
  readonly #entries = new Numbers();
  readonly #voters = new Numbers();
  readonly #networks = new Numbers();
  readonly #devices = new Numbers();
  #columns = newColumns(1_024);

  get size(): number {
    return this.#ids.length;
  }

  add(vote: VoteFeatures): void {
    const row = this.#ids.length;
    if (row === this.#columns.castAt.length) this.#columns = grown(this.#columns);
    this.#ids.push(vote.id);
    this.#columns.entry[row] = this.#entries.of(vote.entryId);
    this.#columns.voter[row] = this.#voters.of(vote.voterId);
    this.#columns.castAt[row] = vote.castAt;
    this.#columns.network[row] = this.#networks.of(vote.network);
    this.#columns.device[row] = this.#devices.of(vote.device);
    this.#columns.ageDays[row] = vote.identityAgeDays === null ? -1 : Math.min(vote.identityAgeDays, oldest);
  }

  /** Yields between parts of the work, so that a server can slice it. The builder cannot be used again afterwards. */
  *building(): Generator<void, VoteTable> {
    const size = this.#ids.length;
    const entries = this.#entries.texts();
    const { order, start } = yield* sortedRows(this.#columns, size, entries.length);
    const columns = newColumns(size);
    for (const name of columnNames) {
      const [from, to] = [this.#columns[name], columns[name]];
      for (let row = 0; row < size; row += 1) to[row] = from[order[row]!]!;
      yield;
    }
    const ids: string[] = [];
    for (let row = 0; row < size; row += 1) {
      ids.push(this.#ids[order[row]!]!);
      if (row % 16_384 === 0) yield;
    }
    const voterIds = this.#voters.texts();
    return { size, ids, entries, start, ...columns, voters: voterIds.length, voterIds, networks: this.#networks.size };
  }

  build(): VoteTable {
    return finished(this.building());
  }
}

export function packVotes(votes: Iterable<VoteFeatures>): VoteTable {
  const builder = new VoteTableBuilder();
  for (const vote of votes) builder.add(vote);
  return builder.build();
}

const columnNames = ['entry', 'voter', 'castAt', 'network', 'device', 'ageDays'] as const;
type Columns = Pick<VoteTable, (typeof columnNames)[number]>;

const newColumns = (size: number): Columns => ({
  entry: new Int32Array(size),
  voter: new Int32Array(size),
  castAt: new Float64Array(size),
  network: new Int32Array(size),
  device: new Int32Array(size),
  ageDays: new Int16Array(size),
});

function grown(columns: Columns): Columns {
  const larger = newColumns(columns.castAt.length * 2);
  for (const name of columnNames) larger[name].set(columns[name]);
  return larger;
}

/** Counting sort by entry, then each entry's rows by time. */
function* sortedRows(
  { entry, castAt }: Columns,
  size: number,
  entries: number,
): Generator<void, { order: Int32Array; start: Int32Array }> {
  const start = new Int32Array(entries + 1);
  for (let row = 0; row < size; row += 1) start[entry[row]! + 1]! += 1;
  for (let e = 0; e < entries; e += 1) start[e + 1]! += start[e]!;
  const order = new Int32Array(size);
  const next = start.slice();
  for (let row = 0; row < size; row += 1) {
    const place = next[entry[row]!]!;
    next[entry[row]!] = place + 1;
    order[place] = row;
  }
  for (let e = 0; e < entries; e += 1) {
    order.subarray(start[e], start[e + 1]).sort((a, b) => castAt[a]! - castAt[b]! || a - b);
    yield;
  }
  return { order, start };
}
