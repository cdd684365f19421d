import type pg from 'pg';
import { dayIn } from '../../../core/time/local-day.ts';
import type { Ballot } from '../ballot/ballot.ts';
import type { BallotRequest, CastOutcome } from '../ballot/ballot-request.ts';
import { ballotOf } from '../ballot/ballot-of.ts';
import type { CastBatch } from './cast-batch.ts';
import { rows, uuid } from './sql-literals.ts';
import { tallyStatement, writeBallots } from './write-ballots.ts';

interface StageNow {
  competition_id: string;
  opens_at: Date;
  closes_at: Date;
  revision: number;
  now: Date;
}

/**
 * The batch in simple statements, each of which a distributed PostgreSQL takes to one shard after the other. For
 * anything else cast-batch.ts says why it is the other way.
 */
export const castBatchPortably: CastBatch = async (client, requests, clock) => {
  const stages = await begin(client, requests);
  const outcomes = new Map<BallotRequest, CastOutcome>();
  const ballots: Ballot[] = [];
  for (const request of requests) {
    const { page } = request;
    const stage = stages.get(page.competitionId);
    const now = stage && (clock.at?.(stage.now) ?? clock.now());
    if (!stage || !now || now < stage.opens_at || now >= stage.closes_at) outcomes.set(request, { kind: 'closed' });
    else if (stage.revision !== page.stage?.revision) outcomes.set(request, { kind: 'stale' });
    else ballots.push(ballotOf(request, dayIn(page.timeZone, now), now));
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
};

/** Opens the transaction and takes the shared locks on the stages; what is read after that is not older than they. */
async function begin(client: pg.Client, requests: readonly BallotRequest[]): Promise<Map<string, StageNow>> {
  const ids = [...new Set(requests.map(({ page }) => page.competitionId))].toSorted();
  const results = (await client.query(
    `begin;
     with held as materialized (
       select competition_id, opens_at, closes_at, revision from stages
       where kind = 'VOTING' and competition_id in (${rows(ids, uuid)}) order by competition_id for share)
     select *, clock_timestamp() as now from held`,
  )) as unknown as pg.QueryResult<StageNow>[];
  return new Map(results.at(-1)?.rows.map((row) => [row.competition_id, row]));
}
