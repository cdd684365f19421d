import type { Context } from '../../../core/context.ts';
import { Competition } from '../../../competition/competitions/index.ts';
import { scanCompetition } from './scan-votes.ts';

const minute = 60_000;
/** A scan takes at most one part in this many of the time, however many votes there are. */
const share = 20;

interface VoteWatchOptions {
  /** A context of the machine's own for each run. */
  context: () => Context;
  logger: { info: (details: object, text: string) => void; error: (details: object, text: string) => void };
  everyMs?: number;
}

/** Scans the votes of every open competition every minute, and a last time after it has closed. */
export class VoteWatch {
  readonly #options: VoteWatchOptions;
  #timer: NodeJS.Timeout | null = null;
  #run: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: VoteWatchOptions) {
    this.#options = options;
    this.#wait(this.#every);
  }

  get #every(): number {
    return this.#options.everyMs ?? minute;
  }

  #wait(ms: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      const started = performance.now();
      this.#run = this.#look().finally(() => this.#wait(Math.max(this.#every, (performance.now() - started) * share)));
    }, ms);
    // A server that has nothing else to do may end.
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { context, logger } = this.#options;
    try {
      for (const competition of await openCompetitions(context())) {
        if (this.#isStopped) return;
        const scan = await scanCompetition(context(), competition);
        if (scan && scan.held > 0) {
          logger.info({ competition: competition.slug, scanned: scan.scanned, held: scan.held }, 'votes were held');
        }
      }
    } catch (error) {
      logger.error({ err: error }, 'the votes could not be looked at');
    }
  }

  /** Waits for the scan that is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#run;
  }
}

/** Competitions whose voting is open, or closed within the last ten minutes. */
async function openCompetitions({ em, clock }: Context): Promise<Competition[]> {
  const now = clock.now();
  const rows = await em.execute<{ competition_id: string }[]>(
    `select competition_id from stages where kind = 'VOTING' and opens_at <= ? and closes_at > ? order by competition_id`,
    [now, new Date(now.getTime() - 10 * minute)],
  );
  return await em.find(Competition, { id: { $in: rows.map((row) => row.competition_id) }, resultsPublishedAt: null });
}
