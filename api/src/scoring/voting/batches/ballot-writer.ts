import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../../core/clock.ts';
import type { BallotRequest, CastOutcome } from '../ballot/ballot-request.ts';
import type { CastBatch } from './cast-batch.ts';

/** Lost connections, deadlocks and serialization failures: the same batch may be tried again, its keys see to that. */
const passing = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
]);

/** Writes batches of ballots over one connection of its own, which it opens again when it is lost. */
export class BallotWriter {
  readonly #connect: () => pg.Client;
  readonly #castBatch: CastBatch;
  readonly #clock: Clock;
  readonly #logger: Pick<Logger, 'warn'>;
  #client: pg.Client | null = null;

  constructor(connect: () => pg.Client, castBatch: CastBatch, clock: Clock, logger: Pick<Logger, 'warn'>) {
    this.#connect = connect;
    this.#castBatch = castBatch;
    this.#clock = clock;
    this.#logger = logger;
  }

  /**
   * One transaction for all, tried twice where the failure was a passing one. What fails otherwise is halved, so that
   * one ballot PostgreSQL will not have takes no others with it.
   */
  async write(requests: readonly BallotRequest[], attempt = 1): Promise<CastOutcome[]> {
    try {
      return await this.#transaction(requests);
    } catch (error) {
      const isPassing = this.#client === null || passing.has((error as { code?: string }).code ?? '');
      this.#logger.warn({ err: error, ballots: requests.length, attempt }, 'a batch of ballots failed');
      if (isPassing && attempt < 3) {
        await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
        return await this.write(requests, attempt + 1);
      }
      if (isPassing || requests.length === 1) throw error;
      const middle = Math.ceil(requests.length / 2);
      const first = await this.write(requests.slice(0, middle));
      return [...first, ...(await this.write(requests.slice(middle)))];
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #transaction(requests: readonly BallotRequest[]): Promise<CastOutcome[]> {
    const client = (this.#client ??= await this.#open());
    try {
      return await this.#castBatch(client, requests, this.#clock);
    } catch (error) {
      await this.#abandon(client);
      throw error;
    }
  }

  async #open(): Promise<pg.Client> {
    const client = this.#connect();
    // Without a listener a lost connection would take the process with it.
    client.on('error', () => {
      if (this.#client === client) this.#client = null;
    });
    client.on('end', () => {
      if (this.#client === client) this.#client = null;
    });
    await client.connect();
    await client.query("set statement_timeout = '10s'");
    return client;
  }

  /** Leaves the failed transaction behind, and the connection with it where that does not work. */
  async #abandon(client: pg.Client): Promise<void> {
    try {
      await client.query('rollback');
    } catch {
      if (this.#client === client) this.#client = null;
      client.end().catch(() => undefined);
    }
  }
}
