import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../../core/clock.ts';
import type { BallotRequest, CastOutcome } from '../ballot/ballot-request.ts';
import { BallotWriter } from './ballot-writer.ts';
import { castBatch } from './cast-batch.ts';
import { castBatchPortably } from './cast-batch-portable.ts';
import { VotingBook } from '../voting-book.ts';

interface Waiting {
  request: BallotRequest;
  resolve: (outcome: CastOutcome) => void;
}

/** So many ballots share one transaction at most. */
const largestBatch = 512;
/**
 * So many transactions are on their way at once at most. A second one goes only when it is worth a commit of its own: with
 * few ballots, splitting them costs more than it saves. With many, PostgreSQL would have nothing to do from the commit of
 * one batch until the event loop gets round to the next, which under a flood is as long as the batch itself: `bench flood`
 * at three times the capacity counted 58 % of the peak with one and 77 % with two.
 */
const lanes = 2;
const worthItsOwn = 256;
/** So many may wait: at a few thousand a second, more than a second of waiting helps nobody. */
const longestQueue = 8192;

interface BallotBoxOptions {
  databaseUrl: string;
  clock: Clock;
  logger: Pick<Logger, 'warn' | 'error'>;
  /** A fresh entity manager, for what is read beside the votes. */
  em: () => EntityManager;
  /** Whether the database is spread over several servers (Citus). */
  isDistributed?: boolean;
}

/**
 * Group commit. Ballots that arrive while a batch is on its way wait; when its connection is free again, all that
 * wait go as one transaction. There is no timer: the size of a batch follows from the load. Each caller is answered
 * with its own outcome, after the commit.
 */
export class BallotBox {
  readonly book: VotingBook;
  /** Those that are writing nothing. */
  readonly #idle: BallotWriter[];
  readonly #writers: readonly BallotWriter[];
  readonly #logger: BallotBoxOptions['logger'];
  #queue: Waiting[] = [];
  /** Whose ballots are on their way: no voter is in two batches at once, or one would wait for the other's locks. */
  readonly #voters = new Set<string>();
  #isDue = false;
  #isClosed = false;

  constructor({ databaseUrl, clock, logger, em, isDistributed = false }: BallotBoxOptions) {
    this.book = new VotingBook(em);
    this.#logger = logger;
    const connect = () =>
      new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true });
    const way = isDistributed ? castBatchPortably : castBatch;
    this.#writers = Array.from({ length: lanes }, () => new BallotWriter(connect, way, clock, logger));
    this.#idle = [...this.#writers];
  }

  cast(request: BallotRequest): Promise<CastOutcome> {
    if (this.#isClosed || this.#queue.length >= longestQueue) {
      return Promise.resolve({ kind: 'overloaded', retryAfterSeconds: 2 });
    }
    return new Promise((resolve) => {
      this.#queue.push({ request, resolve });
      if (!this.#canSend) return;
      // Under a flood a turn of the loop takes seconds: libuv goes on as long as a thousand sockets have something to say.
      if (this.#queue.length >= worthItsOwn) return this.#send();
      if (this.#isDue) return;
      this.#isDue = true;
      // What else arrives in this turn goes along.
      setImmediate(() => {
        this.#isDue = false;
        this.#send();
      });
    });
  }

  /** Ballots that are waiting; what the server's load is judged by. */
  get waiting(): number {
    return this.#queue.length;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    while (this.#queue.length > 0 || this.#voters.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const writer of this.#writers) await writer.close();
  }

  get #canSend(): boolean {
    const isFirst = this.#idle.length === this.#writers.length;
    return this.#idle.length > 0 && this.#queue.length >= (isFirst ? 1 : worthItsOwn);
  }

  #send(): void {
    while (this.#canSend) {
      const batch = this.#next();
      const writer = batch.length > 0 ? this.#idle.pop() : undefined;
      if (!writer) return;
      void this.#write(writer, batch).then((outcomes) => {
        this.#idle.push(writer);
        for (const { request } of batch) this.#voters.delete(request.voterId);
        // The next batch is on its way before the callers of the last one are answered.
        this.#send();
        batch.forEach(({ resolve }, i) => resolve(outcomes[i] ?? unknownOutcome));
      });
    }
  }

  /** The oldest ballots, at most one of each voter; a voter's second waits until the first is written. */
  #next(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    for (const waiting of this.#queue) {
      const { voterId } = waiting.request;
      if (batch.length < largestBatch && !this.#voters.has(voterId)) {
        this.#voters.add(voterId);
        batch.push(waiting);
      } else later.push(waiting);
    }
    this.#queue = later;
    return batch;
  }

  async #write(writer: BallotWriter, batch: Waiting[]): Promise<CastOutcome[]> {
    try {
      return await writer.write(batch.map(({ request }) => request));
    } catch (error) {
      this.#logger.error({ err: error, ballots: batch.length }, 'a batch of ballots could not be written');
      return batch.map(() => unknownOutcome);
    }
  }
}

const unknownOutcome: CastOutcome = { kind: 'overloaded', retryAfterSeconds: 3 };
