import { load, type Context } from '../../../core/context.ts';
import type { StoredVote } from '../ballot/ballot.ts';
import type { Vote } from '../vote.types.ts';
import { voteView } from '../ballot/vote-view.ts';

type Row = Omit<StoredVote, 'castAt'> & { castAt: string };

const columns = `competition_id as "competitionId", voter_id as "voterId", key, ordinal, entry_id as "entryId", points, day::text as day, cast_at as "castAt", state, case_id as "caseId"`;

const view =
  (context: Context) =>
  (row: Row): Vote =>
    voteView(context, { ...row, castAt: new Date(row.castAt) });

/** A voter's standing votes of a day; in many competitions in one statement. The rule bounds them: no paging. */
export async function votesToday(
  context: Context,
  { bucket, id, competitionId, day }: { bucket: number; id: string; competitionId: string; day: string },
): Promise<Vote[]> {
  return await load<Vote[]>(
    context,
    'voter.today',
    [bucket, id, competitionId, day].join('/'),
    async (keys) => {
      const rows = await context.em.execute<(Row & { lookup: string })[]>(
        `select concat_ws('/', bucket, voter_id, competition_id, day) as lookup, ${columns}
         from votes where retracted_at is null and (bucket, voter_id, competition_id, day) in (${keys
           .map(() => '(?::smallint, ?::uuid, ?::uuid, ?::date)')
           .join(', ')}) order by cast_at, key, ordinal`,
        keys.flatMap((key) => key.split('/')),
      );
      return new Map(
        [...Map.groupBy(rows, (row) => row.lookup)].map(([key, votes]) => [key, votes.map(view(context))]),
      );
    },
    [],
  );
}

/** A voter's standing votes in a competition, newest first, after the cursor (instant, key, ordinal) where one is given. */
export async function votesOfVoter(
  context: Context,
  { bucket, id, competitionId }: { bucket: number; id: string; competitionId: string },
  first: number,
  after: { castAt: string; key: string; ordinal: number } | null,
): Promise<Vote[]> {
  const rows = await context.em.execute<Row[]>(
    `select ${columns} from votes where bucket = ? and voter_id = ? and competition_id = ? and retracted_at is null
       ${after ? 'and (cast_at, key, ordinal) < (?::timestamptz, ?::uuid, ?::smallint)' : ''}
     order by cast_at desc, key desc, ordinal desc limit ?`,
    [bucket, id, competitionId, ...(after ? [after.castAt, after.key, after.ordinal] : []), first],
  );
  return rows.map(view(context));
}
