import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { dayIn } from '../competitions/index.ts';
import type { Ballot } from './ballot.ts';
import type { BallotRequest, CastOutcome } from './ballot-box.ts';
import { spendsOf } from './spends.ts';
import { rows, uuid } from './sql-literals.ts';
import { tallyStatement, writeBallots } from './write-ballots.ts';

export type BatchOutcome = CastOutcome;

interface StageNow {
  competition_id: string;
  opens_at: Date;
  closes_at: Date;
  revision: number;
  now: Date;
}

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
  readonly #clock: Clock;
  readonly #logger: Pick<Logger, 'warn'>;
  #client: pg.Client | null = null;

  constructor(connect: () => pg.Client, clock: Clock, logger: Pick<Logger, 'warn'>) {
    this.#connect = connect;
    this.#clock = clock;
    this.#logger = logger;
  }

  /**
   * One transaction for all, tried twice where the failure was a passing one. What fails otherwise is halved, so that
   * one ballot PostgreSQL will not have takes no others with it.
   */
  async write(requests: readonly BallotRequest[], attempt = 1): Promise<BatchOutcome[]> {
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

  async #transaction(requests: readonly BallotRequest[]): Promise<BatchOutcome[]> {
    const client = (this.#client ??= await this.#open());
    try {
      const stages = await this.#begin(client, requests);
      const outcomes = new Map<BallotRequest, BatchOutcome>();
      const ballots: Ballot[] = [];
      const days = new Map<string, string>();
      for (const request of requests) {
        const { page } = request;
        const stage = stages.get(page.competitionId);
        const now = stage && (this.#clock.at?.(stage.now) ?? this.#clock.now());
        if (!stage || !now || now < stage.opens_at || now >= stage.closes_at) outcomes.set(request, { kind: 'closed' });
        else if (stage.revision !== page.stage?.revision) outcomes.set(request, { kind: 'stale' });
        else {
          let day = days.get(page.competitionId);
          if (!day) days.set(page.competitionId, (day = dayIn(page.timeZone, now)));
          ballots.push(ballotOf(request, day, now));
        }
      }
      const { outcomes: written, counted } = await writeBallots(
        async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
        ballots,
      );
      const tally = tallyStatement(counted);
      // In one message: the commit is reached only when the tallies went in.
      await client.query(tally ? `${tally}; commit` : 'commit');
      return requests.map((request) => {
        const outcome = outcomes.get(request) ?? written.get(request.voterId);
        if (!outcome) throw new Error('a ballot came back without an outcome');
        return outcome;
      });
    } catch (error) {
      await this.#abandon(client);
      throw error;
    }
  }

  /** Opens the transaction and takes the shared locks on the stages; what is read after that is not older than they. */
  async #begin(client: pg.Client, requests: readonly BallotRequest[]): Promise<Map<string, StageNow>> {
    const ids = [...new Set(requests.map(({ page }) => page.competitionId))].toSorted();
    const results = (await client.query(
      `begin; set local statement_timeout = '10s';
       with held as materialized (
         select competition_id, opens_at, closes_at, revision from stages
         where kind = 'VOTING' and competition_id in (${rows(ids, uuid)}) order by competition_id for share)
       select *, clock_timestamp() as now from held`,
    )) as unknown as pg.QueryResult<StageNow>[];
    return new Map(results.at(-1)?.rows.map((row) => [row.competition_id, row]));
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

function ballotOf(request: BallotRequest, day: string, castAt: Date): Ballot {
  const { page, choices } = request;
  return {
    competitionId: page.competitionId,
    voterId: request.voterId,
    bucket: request.bucket,
    key: request.key,
    level: request.level,
    network: request.network,
    device: request.device,
    identityAgeDays: request.identityAgeDays,
    enteredBy: request.enteredBy,
    challenge: request.challenge,
    day,
    castAt,
    choices,
    spends: spendsOf(
      page.rule,
      day,
      choices.map(({ entryId }) => ({ entryId, categoryId: page.entries.get(entryId)?.categoryId ?? '' })),
    ),
  };
}
