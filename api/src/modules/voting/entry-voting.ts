import { load, type Context } from '../../context.ts';
import { make } from '../../graphql/user-error.ts';
import { dayIn, StageKind, stagesOf, StageStatus, statusAt, type Competition } from '../competitions/index.ts';
import type { Entry } from '../entries/index.ts';
import { isMember } from '../organizations/index.ts';
import type { StoredVote } from './vote-batch.ts';
import { EntryVoting, VoteRefusal, type Vote } from './vote.types.ts';
import { voteView } from './cast-vote.ts';
import { voterOf } from './voter.ts';

/** What the viewer may do with a vote on this entry now; the same questions, in the same order, as castVote asks. */
export async function entryVoting(context: Context, entry: Entry): Promise<EntryVoting> {
  const competition = await entry.competition.loadOrFail();
  const stage = (await stagesOf(context, competition.id)).find(({ kind }) => kind === StageKind.VOTING);
  const window = { opensAt: stage?.opensAt ?? null, closesAt: stage?.closesAt ?? null };
  const refuse = (refusal: VoteRefusal, more: Partial<EntryVoting> = {}) =>
    make(EntryVoting, { canVote: false, refusal, ...window, ...more });
  const status = stage ? statusAt(stage, context.clock.now()) : StageStatus.CLOSED;
  if (status === StageStatus.UPCOMING) return refuse(VoteRefusal.NOT_YET_OPEN);
  const today = context.viewer ? await votesToday(context, competition) : null;
  const vote: Vote | null = today?.byEntry.get(entry.id) ?? null;
  if (status === StageStatus.CLOSED) return refuse(VoteRefusal.CLOSED, { vote });
  if (!today) return refuse(VoteRefusal.SIGNED_OUT);
  const left = Math.max(0, competition.votesPerDay - today.used);
  if (await isMember(context, entry.organization.id))
    return refuse(VoteRefusal.OWN_ORGANIZATION, { votesLeftToday: left });
  if (vote) return refuse(VoteRefusal.ALREADY_VOTED, { votesLeftToday: left, vote });
  if (left === 0) return refuse(VoteRefusal.QUOTA_USED, { votesLeftToday: left });
  return make(EntryVoting, { canVote: true, votesLeftToday: left, ...window });
}

/** The viewer's votes left today; null when signed out or while voting is not open. */
export async function votesLeftToday(context: Context, competition: Competition): Promise<number | null> {
  const stage = (await stagesOf(context, competition.id)).find(({ kind }) => kind === StageKind.VOTING);
  if (!context.viewer || !stage || statusAt(stage, context.clock.now()) !== StageStatus.OPEN) return null;
  return Math.max(0, competition.votesPerDay - (await votesToday(context, competition)).used);
}

interface Today {
  used: number;
  byEntry: Map<string, Vote>;
}

/** The viewer's votes of today; in many competitions in one statement. A voter has few votes a day: no paging. */
async function votesToday(context: Context, competition: Competition): Promise<Today> {
  const { viewer, clock } = context;
  if (!viewer) return { used: 0, byEntry: new Map() };
  const { id, bucket } = voterOf(context, competition.id, viewer);
  const key = [bucket, id, competition.id, dayIn(competition.timeZone, clock.now())].join('/');
  return await load<Today>(
    context,
    'viewer.votesToday',
    key,
    async (keys) => {
      const rows = await context.em.execute<(Omit<StoredVote, 'castAt'> & { castAt: string; key: string })[]>(
        `select concat_ws('/', bucket, voter_id, competition_id, day) as key, id, entry_id as "entryId", day::text as day, cast_at as "castAt"
         from votes where retracted_at is null and (bucket, voter_id, competition_id, day) in (${keys
           .map(() => '(?::smallint, ?::uuid, ?::uuid, ?::date)')
           .join(', ')})`,
        keys.flatMap((k) => k.split('/')),
      );
      const found = Map.groupBy(rows, (row) => row.key);
      return new Map(
        [...found].map(([k, votes]) => [
          k,
          {
            used: votes.length,
            byEntry: new Map(votes.map((v) => [v.entryId, voteView({ ...v, castAt: new Date(v.castAt) })])),
          },
        ]),
      );
    },
    { used: 0, byEntry: new Map() },
  );
}
