import { Pool } from 'pg';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../src/core/context.ts';

@InputType()
class BenchVoteInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID)
  key!: string;
}

/** What castVote is compared with, on the very same server. */
@Resolver()
export class BenchResolver {
  /** Everything a vote costs but the vote: request, sign-in, limits, parsing, answer. */
  @Mutation(() => Boolean)
  benchNoop(@Arg('input', () => BenchVoteInput) input: BenchVoteInput, @Ctx() { viewer }: Context): boolean {
    return viewer !== null && input.key !== '';
  }

  /** The vote as it is written first: a transaction of its own, a counter per entry. */
  @Mutation(() => String)
  async benchNaive(
    @Arg('input', () => BenchVoteInput) input: BenchVoteInput,
    @Ctx() { viewer }: Context,
  ): Promise<string> {
    return viewer ? await castNaively(viewer.id, input) : 'SIGNED_OUT';
  }
}

let shared: Pool | undefined;

function poolOf(): Pool {
  if (shared) return shared;
  shared = new Pool({ connectionString: process.argv[2], max: 20 });
  shared.on('error', () => undefined);
  return shared;
}

async function castNaively(voterId: string, { entryId, key }: BenchVoteInput): Promise<string> {
  const client = await poolOf().connect();
  try {
    await client.query('begin');
    const window = await client.query<{ competition_id: string; votes_per_day: number }>({
      name: 'window',
      text: `select e.competition_id, r.votes_per_day from entries e
        join stages s on s.competition_id = e.competition_id and s.kind = 'VOTING'
        join ballot_rules r on r.competition_id = e.competition_id
        where e.id = $1 and e.status = 'ACCEPTED' and clock_timestamp() >= s.opens_at and clock_timestamp() < s.closes_at`,
      values: [entryId],
    });
    const rule = window.rows[0];
    if (!rule) return await giveUp(client, 'CLOSED');
    const quota = await client.query<{ used: number }>({
      name: 'quota',
      text: 'select count(*)::int as used from bench_votes where voter_id = $1 and competition_id = $2 and day = current_date',
      values: [voterId, rule.competition_id],
    });
    if ((quota.rows[0]?.used ?? 0) >= rule.votes_per_day) return await giveUp(client, 'QUOTA');
    const inserted = await client.query({
      name: 'insert',
      text: `insert into bench_votes (id, voter_id, entry_id, competition_id, day, key, cast_at)
        values (gen_random_uuid(), $1, $2, $3, current_date, $4, clock_timestamp()) on conflict do nothing`,
      values: [voterId, entryId, rule.competition_id, key],
    });
    if (inserted.rowCount === 0) return await giveUp(client, 'ALREADY');
    await client.query({
      name: 'tally',
      text: 'update bench_tallies set votes = votes + 1 where entry_id = $1',
      values: [entryId],
    });
    await client.query('commit');
    return 'COUNTED';
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function giveUp(client: { query(text: string): Promise<unknown> }, why: string): Promise<string> {
  await client.query('rollback');
  return why;
}

/** Its own tables, so that it has no more to maintain than it would by itself. */
export const naiveTables = [
  `create table bench_votes (id uuid primary key, voter_id uuid not null, entry_id uuid not null, competition_id uuid not null,
     day date not null, key uuid not null, cast_at timestamptz not null,
     unique (voter_id, competition_id, day, entry_id), unique (voter_id, key))`,
  'create table bench_tallies (entry_id uuid primary key, competition_id uuid not null, votes bigint not null)',
];
