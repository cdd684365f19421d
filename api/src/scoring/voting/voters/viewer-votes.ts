import type { Context } from '../../../core/context.ts';
import { checkPageSize, type Page } from '../../../core/graphql/page.ts';
import { badCursor, isId } from '../../../core/graphql/refusals.ts';
import type { Vote } from '../vote.types.ts';
import { personOf, voterOf } from './voter.ts';
import { votesOfVoter } from './votes-of-voter.ts';

const cursorOf = ({ castAt, key, ordinal }: Vote): string =>
  Buffer.from(JSON.stringify([castAt.toISOString(), key, ordinal])).toString('base64');

function decode(context: Context, cursor: string) {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (Array.isArray(value) && value.length === 3) {
      const [castAt, key, ordinal] = value as [unknown, unknown, unknown];
      const isInstant = typeof castAt === 'string' && !Number.isNaN(Date.parse(castAt));
      if (isInstant && typeof key === 'string' && isId(key) && Number.isInteger(ordinal)) {
        return { castAt, key, ordinal: Number(ordinal) };
      }
    }
  } catch {
    // falls through to the refusal below
  }
  throw badCursor(context);
}

/** The viewer's own votes in a competition, newest first; empty for a visitor. */
export async function viewerVotes(
  context: Context,
  competitionId: string,
  { first, after }: { first: number; after?: string | null },
): Promise<Page<Vote>> {
  checkPageSize(context, first);
  const person = await personOf(context);
  const voter = person && voterOf(context, competitionId, person);
  const cursor = after ? decode(context, after) : null;
  const votes = voter ? await votesOfVoter(context, { ...voter, competitionId }, first + 1, cursor) : [];
  const edges = votes.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: votes.length > first,
      hasPreviousPage: cursor !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: async () => {
      if (!voter) return 0;
      const [row] = await context.em.execute<{ count: number }[]>(
        'select count(*)::int as count from votes where bucket = ? and voter_id = ? and competition_id = ? and retracted_at is null',
        [voter.bucket, voter.id, competitionId],
      );
      return row?.count ?? 0;
    },
  };
}
