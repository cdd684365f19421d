import { Client } from 'pg';
import { createHash } from 'node:crypto';

/**
 * How fast the same rows go in when nothing else is asked: one client, no HTTP, no check, many votes a transaction.
 * A voter votes once, as in the other runs. Answers with how many went in, and in what time.
 */
export interface BareOrder {
  type: 'bare';
  databaseUrl: string;
  competitionId: string;
  entries: string[];
  seed: number;
  voters: number;
  batch: number;
  seconds: number;
}

export interface BareResult {
  type: 'bare-done';
  votes: number;
  seconds: number;
  cpu: number;
}

process.on('message', (order: BareOrder) => {
  void insertFor(order).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));

const insert = `
  with rows as (
    select * from unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[]) as r (bucket, voter_id, entry_id, key)
  ), counted as (
    insert into votes (bucket, voter_id, key, ordinal, entry_id, competition_id, day, cast_at, level)
    select bucket, voter_id, key, 0, entry_id, $5::uuid, current_date, clock_timestamp(), 'EMAIL' from rows
  ), spent as (
    insert into voter_quotas (bucket, voter_id, competition_id, scope, used, allowed)
    select bucket, voter_id, $5, 'day:' || current_date, 1, 5 from rows
  )
  insert into tally_parts as t (bucket, entry_id, competition_id, votes, points)
  select bucket, entry_id, $5, count(*), count(*) from rows group by 1, 2
  on conflict (bucket, entry_id) do update set votes = t.votes + excluded.votes, points = t.points + excluded.points`;

async function insertFor(order: BareOrder): Promise<BareResult> {
  const client = new Client({ connectionString: order.databaseUrl });
  await client.connect();
  await client.query("set plan_cache_mode = 'force_generic_plan'");
  const before = process.cpuUsage();
  const startedAt = performance.now();
  let n = 0;
  while (performance.now() - startedAt < order.seconds * 1000 && n < order.voters) {
    const batch = rowsOf(order, n);
    await client.query({ name: 'insert', text: insert, values: [...batch, order.competitionId] });
    n += order.batch;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(before);
  await client.end();
  return { type: 'bare-done', votes: n, seconds, cpu: cpu.user + cpu.system };
}

/** A batch, sorted by its key as the server sorts, as four arrays. */
function rowsOf({ entries, seed, batch, competitionId }: BareOrder, first: number): string[] {
  const rows = Array.from({ length: batch }, (_, i) => {
    const n = first + i;
    const hash = createHash('sha256').update(`${seed}/${competitionId}/${n}`).digest('hex');
    const voter = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
    const key = `${hash.slice(32, 40)}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
    return { bucket: Number.parseInt(hash.slice(0, 2), 16), voter, entry: entries[n % entries.length] ?? '', key };
  }).toSorted((a, b) => a.bucket - b.bucket || (a.voter < b.voter ? -1 : 1));
  const list = (values: (string | number)[]) => `{${values.join(',')}}`;
  return [
    list(rows.map((row) => row.bucket)),
    list(rows.map((row) => row.voter)),
    list(rows.map((row) => row.entry)),
    list(rows.map((row) => row.key)),
  ];
}
