import { Client } from 'pg';
import type { Logger } from 'pino';

/** Hears which stage has other scores now. */
export type ScoreListener = (stageId: string) => void;

const againMs = 1000;

/**
 * Notifies listeners that the scores of a stage have changed, once the transaction has committed, in any process:
 * PostgreSQL notifies the channel `scores` (see revise_scores). All listeners share one connection, opened with the first
 * and closed with the last.
 */
export class ScoreFeed {
  readonly #listeners = new Map<string, Set<ScoreListener>>();
  #client: Client | null = null;
  #again: NodeJS.Timeout | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  get size(): number {
    return [...this.#listeners.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  /** What comes back ends it. */
  listen(competitionId: string, listener: ScoreListener): () => void {
    const listeners = this.#listeners.get(competitionId) ?? new Set();
    this.#listeners.set(competitionId, listeners.add(listener));
    if (!this.#client && !this.#again) void this.#connect();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(competitionId);
      if (this.#listeners.size === 0) void this.close();
    };
  }

  async close(): Promise<void> {
    if (this.#again) clearTimeout(this.#again);
    this.#again = null;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, connectionTimeoutMillis: 10_000 });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, null));
    client.on('notification', ({ payload = '' }) => {
      const [competitionId = '', stageId = ''] = payload.split('/');
      this.#tell(competitionId, stageId);
    });
    try {
      await client.connect();
      await client.query('listen scores');
    } catch (error) {
      this.#lost(client, error);
    }
  }

  #lost(client: Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    if (error) this.logger.warn({ err: error }, 'the feed of scores was lost');
    this.#again = setTimeout(() => {
      this.#again = null;
      if (this.#listeners.size === 0) return;
      // What changed meanwhile was not heard: everybody looks again.
      void this.#connect().then(() => {
        for (const competitionId of this.#listeners.keys()) this.#tell(competitionId, '');
      });
    }, againMs);
  }

  #tell(competitionId: string, stageId: string): void {
    for (const listener of this.#listeners.get(competitionId) ?? []) listener(stageId);
  }
}
