import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Ballot, BallotOutcome, Choice, Signs } from './ballot.ts';
import { BallotWriter } from './ballot-writer.ts';
import { castBatch } from './cast-batch.ts';
import { castBatchPortably } from './cast-batch-portable.ts';
import { VotingBook, type VotingPage } from './voting-book.ts';

/** A ballot before the database has said what time it is. */
export interface BallotRequest extends Signs {
  page: VotingPage;
  voterId: string;
  bucket: number;
  key: string;
  choices: readonly Choice[];
  challenge: Ballot['challenge'];
}

export type CastOutcome =
  | BallotOutcome
  /** The stage was not open when the ballot's turn came. */
  | { kind: 'closed' }
  /** The page the request was made from is no longer what the database says. */
  | { kind: 'stale' }
  /** Nobody knows whether it was written, or it was not taken in; the same key may be sent again. */
  | { kind: 'overloaded'; retryAfterSeconds: number };

interface Waiting {
  request: BallotRequest;
  resolve: (outcome: CastOutcome) => void;
}

/** So many ballots share one transaction at most. */
const largestBatch = 512;
/** So many may wait: at a few thousand a second, more than a second of waiting helps nobody. */
const longestQueue = 8192;

export interface BallotBoxOptions {
  databaseUrl: string;
  clock: Clock;
  logger: Pick<Logger, 'warn' | 'error'>;
  /** A fresh entity manager, for what is read beside the votes. */
  em: () => EntityManager;
  /** Whether the database is spread over several servers (Citus). */
  isDistributed?: boolean;
}

/**
 * Group commit. Ballots that arrive while a batch is on its way wait; when the connection is free again, all that
 * wait go as one transaction. There is no timer: the size of a batch follows from the load. Each caller is answered
 * with its own outcome, after the commit. One batch is in flight per process, which measured best on fast disks.
 */
export class BallotBox {
  readonly book: VotingBook;
  readonly #writer: BallotWriter;
  readonly #logger: BallotBoxOptions['logger'];
  #queue: Waiting[] = [];
  #isBusy = false;
  #isClosed = false;

  constructor({ databaseUrl, clock, logger, em, isDistributed = false }: BallotBoxOptions) {
    this.book = new VotingBook(em);
    this.#logger = logger;
    this.#writer = new BallotWriter(
      () => new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true }),
      isDistributed ? castBatchPortably : castBatch,
      clock,
      logger,
    );
  }

  cast(request: BallotRequest): Promise<CastOutcome> {
    if (this.#isClosed || this.#queue.length >= longestQueue) {
      return Promise.resolve({ kind: 'overloaded', retryAfterSeconds: 2 });
    }
    return new Promise((resolve) => {
      this.#queue.push({ request, resolve });
      if (!this.#isBusy) {
        this.#isBusy = true;
        // What else arrives in this turn of the loop goes along.
        setImmediate(() => void this.#work());
      }
    });
  }

  /** Ballots that are waiting; what the server's load is judged by. */
  get waiting(): number {
    return this.#queue.length;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    while (this.#isBusy) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.#writer.close();
  }

  async #work(): Promise<void> {
    let settle: (() => void) | null = null;
    while (this.#queue.length > 0) {
      const batch = this.#next();
      const written = this.#write(batch);
      // The next batch is on its way before the callers of the last one are answered.
      settle?.();
      const outcomes = await written;
      settle = () => batch.forEach(({ resolve }, i) => resolve(outcomes[i] ?? unknownOutcome));
    }
    this.#isBusy = false;
    settle?.();
  }

  /** The oldest ballots, at most one of each voter; a voter's second waits for the next batch. */
  #next(): Waiting[] {
    const voters = new Set<string>();
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    for (const waiting of this.#queue) {
      if (batch.length < largestBatch && !voters.has(waiting.request.voterId)) {
        voters.add(waiting.request.voterId);
        batch.push(waiting);
      } else later.push(waiting);
    }
    this.#queue = later;
    return batch;
  }

  async #write(batch: Waiting[]): Promise<CastOutcome[]> {
    try {
      return await this.#writer.write(batch.map(({ request }) => request));
    } catch (error) {
      this.#logger.error({ err: error, ballots: batch.length }, 'a batch of ballots could not be written');
      return batch.map(() => unknownOutcome);
    }
  }
}

const unknownOutcome: CastOutcome = { kind: 'overloaded', retryAfterSeconds: 3 };
