import type { TestCompetition } from './factories.ts';
import type { World } from './world.ts';
import { sql } from './act.ts';
import { forgetFigures } from '../scoring/integrity/index.ts';

interface TestVote {
  entryId: string;
  castAt: Date;
  voterId?: string;
  network?: number | null;
  device?: number | null;
  identityAgeDays?: number | null;
  points?: number;
  level?: string;
}

const newVoter = (): string => crypto.randomUUID();

/** As many votes for an entry, `everyMs` apart. */
export const votesFor = (entryId: string, count: number, from: number | Date, everyMs = 0): TestVote[] =>
  Array.from({ length: count }, (_, i) => ({ entryId, castAt: new Date(Number(from) + i * everyMs) }));

/** Votes as casting writes them, with signs of the voter that no test could give at the tap. */
export async function insertVotes(
  world: World,
  competition: TestCompetition,
  votes: readonly TestVote[],
): Promise<string[]> {
  const em = world.orm.em.fork();
  const rows = votes.map((vote) => {
    const voterId = vote.voterId ?? newVoter();
    return { ...vote, voterId, bucket: Number.parseInt(voterId.slice(0, 2), 16), points: vote.points ?? 1 };
  });
  await em.transactional(async (inside) => {
    for (const row of rows) {
      await inside.execute(
        `insert into votes (bucket, voter_id, key, ordinal, entry_id, competition_id, day, cast_at, points, state, level,
           network, device, identity_age_days)
         values (?, ?, ?, 0, ?, ?, (?::timestamptz at time zone 'Asia/Shanghai')::date, ?, ?, 'COUNTED', ?, ?, ?, ?)`,
        [
          row.bucket,
          row.voterId,
          crypto.randomUUID(),
          row.entryId,
          competition.id,
          row.castAt,
          row.castAt,
          row.points,
          row.level ?? 'EMAIL',
          row.network ?? null,
          row.device ?? null,
          row.identityAgeDays ?? null,
        ],
      );
      await inside.execute(
        `insert into tally_parts as t (bucket, entry_id, competition_id, votes, points) values (?, ?, ?, 1, ?)
         on conflict (bucket, entry_id) do update set votes = t.votes + 1, points = t.points + excluded.points`,
        [row.bucket, row.entryId, competition.id, row.points],
      );
    }
  });
  forgetFigures(competition.id);
  return rows.map(({ voterId }) => voterId);
}

/** What the tables say; counted votes and their points must be what the tallies add up to, at all times. */
export async function booksOf(world: World, competition: TestCompetition) {
  const [row] = await sql<Record<string, number>>(
    world,
    `select count(*) filter (where state = 'COUNTED')::int as counted, count(*) filter (where state = 'HELD')::int as held,
       count(*) filter (where state = 'VOIDED')::int as voided,
       coalesce(sum(points) filter (where state = 'COUNTED'), 0)::int as points,
       (select coalesce(sum(votes), 0)::int from tally_parts where competition_id = ?) as tallied,
       (select coalesce(sum(points), 0)::int from tally_parts where competition_id = ?) as "talliedPoints"
     from votes where competition_id = ? and retracted_at is null`,
    [competition.id, competition.id, competition.id],
  );
  return row ?? {};
}
