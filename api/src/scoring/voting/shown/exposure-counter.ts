import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { compare } from '../batches/write-ballots.ts';
import { int, rows, uuid } from '../batches/sql-literals.ts';

const flushMs = 2_000;
/** One person who sees an entry again within the hour has been shown it once. */
const hourMs = 3_600_000;

/**
 * Counts how often entries are shown, in memory, and adds to the database every other second: a number for
 * statistics, of which a crash may lose a moment, unlike votes. Each process adds to a bucket of its own.
 */
export class ExposureCounter {
  readonly #em: () => EntityManager;
  readonly #logger: Pick<Logger, 'warn'>;
  readonly #bucket = Math.floor(Math.random() * 256);
  /** Made when the first is shown: it takes its 30 MB at once. */
  #seen?: LRUCache<string, true>;
  readonly #timer: NodeJS.Timeout;
  #pending = new Map<string, { competitionId: string; shown: number }>();
  #flushing: Promise<void> = Promise.resolve();

  constructor(em: () => EntityManager, logger: Pick<Logger, 'warn'>) {
    this.#em = em;
    this.#logger = logger;
    this.#timer = setInterval(() => void this.flush(), flushMs);
    this.#timer.unref();
  }

  /** Entries that `who` was shown; how many of them were new to them this hour. */
  record(who: string, competitionId: string, entryIds: readonly string[]): number {
    const seenBefore = (this.#seen ??= new LRUCache({ max: 500_000, ttl: hourMs }));
    let fresh = 0;
    for (const entryId of entryIds) {
      const seen = `${who}/${entryId}`;
      if (seenBefore.has(seen)) continue;
      seenBefore.set(seen, true);
      fresh += 1;
      const known = this.#pending.get(entryId);
      if (known) known.shown += 1;
      else this.#pending.set(entryId, { competitionId, shown: 1 });
    }
    return fresh;
  }

  /** Writes what has gathered. What cannot be written is kept for the next time. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(async () => {
      if (this.#pending.size === 0) return;
      const pending = this.#pending;
      this.#pending = new Map();
      try {
        await this.#em().execute(
          `insert into exposure_parts as e (bucket, entry_id, competition_id, shown) values ${rows(
            [...pending].toSorted(([a], [b]) => compare(a, b)),
            ([entryId, { competitionId, shown }]) =>
              `(${int(this.#bucket)},${uuid(entryId)},${uuid(competitionId)},${int(shown)})`,
          )} on conflict (bucket, entry_id) do update set shown = e.shown + excluded.shown`,
        );
      } catch (error) {
        this.#logger.warn({ err: error, entries: pending.size }, 'exposures could not be written yet');
        for (const [entryId, { competitionId, shown }] of pending) {
          const known = this.#pending.get(entryId);
          if (known) known.shown += shown;
          else this.#pending.set(entryId, { competitionId, shown });
        }
      }
    });
    return this.#flushing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
