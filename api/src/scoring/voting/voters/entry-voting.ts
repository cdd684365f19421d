import { load, type Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { dayIn } from '../../../core/time/local-day.ts';
import {
  AssuranceLevel,
  ballotRuleOf,
  StageKind,
  stagesOf,
  type Competition,
} from '../../../competition/competitions/index.ts';
import type { Entry } from '../../../competition/entries/index.ts';
import { isOrWasMember } from '../../../people/organizations/index.ts';
import { votesLeft } from '../ballot/spends.ts';
import { votesToday } from './votes-of-voter.ts';
import { EntryVoting, VoteRefusal, type Vote } from '../vote.types.ts';
import { personOf, voterOf } from './voter.ts';

/** What the viewer may do with a vote on this entry now; the same questions, in the same order, as castVote asks. */
export async function entryVoting(context: Context, entry: Entry): Promise<EntryVoting> {
  const competition = await entry.competition.loadOrFail();
  const stage = (await stagesOf(context, competition.id)).find(({ kind }) => kind === StageKind.VOTING);
  const window = { opensAt: stage?.opensAt ?? null, closesAt: stage?.closesAt ?? null };
  const refuse = (refusal: VoteRefusal, more: Partial<EntryVoting> = {}) =>
    make(EntryVoting, { canVote: false, refusal, ...window, ...more });
  const status = stage ? statusAt(stage, context.clock.now()) : StageStatus.CLOSED;
  if (status === StageStatus.UPCOMING) return refuse(VoteRefusal.NOT_YET_OPEN);
  const today = await todayOf(context, competition);
  const vote: Vote | null = today?.votes.find(({ entryId }) => entryId === entry.id) ?? null;
  if (status === StageStatus.CLOSED) return refuse(VoteRefusal.CLOSED, { vote });
  if (!today) return refuse(VoteRefusal.SIGNED_OUT);
  if (!today.isEligible) return refuse(VoteRefusal.NOT_ELIGIBLE);
  const { left } = today;
  if (today.excludesOwn && (await isOrWasMember(context, entry.organization.id)))
    return refuse(VoteRefusal.OWN_ORGANIZATION, { votesLeftToday: left });
  if (vote) return refuse(VoteRefusal.ALREADY_VOTED, { votesLeftToday: left, vote });
  if (left === 0) return refuse(VoteRefusal.QUOTA_USED, { votesLeftToday: left });
  return make(EntryVoting, { canVote: true, votesLeftToday: left, ...window });
}

/** The viewer's votes left today; null when signed out or while voting is not open. */
export async function votesLeftToday(context: Context, competition: Competition): Promise<number | null> {
  const stage = (await stagesOf(context, competition.id)).find(({ kind }) => kind === StageKind.VOTING);
  if (!stage || statusAt(stage, context.clock.now()) !== StageStatus.OPEN) return null;
  return (await todayOf(context, competition))?.left ?? null;
}

interface Today {
  votes: Vote[];
  left: number;
  isEligible: boolean;
  excludesOwn: boolean;
}

/** Where the voter of this request stands today; null for a visitor, or a device where devices do not vote. */
async function todayOf(context: Context, competition: Competition): Promise<Today | null> {
  const person = await personOf(context);
  const rule = await ballotRuleOf(context, competition.id);
  if (!person || !rule) return null;
  const isEligible = rule.levels.includes(person.level) && !person.isThrowaway;
  if (!isEligible && person.level === AssuranceLevel.DEVICE) return null;
  const voter = voterOf(context, competition.id, person);
  const day = dayIn(competition.timeZone, context.clock.now());
  const votes = await votesToday(context, { ...voter, competitionId: competition.id, day });
  const used = await load(
    context,
    'voter.used',
    [voter.bucket, voter.id, competition.id].join('/'),
    async (keys) => {
      const rows = await context.em.execute<{ key: string; scope: string; used: number }[]>(
        `select concat_ws('/', bucket, voter_id, competition_id) as key, scope, used from voter_quotas
         where (bucket, voter_id, competition_id) in (${keys.map(() => '(?::smallint, ?::uuid, ?::uuid)').join(', ')})`,
        keys.flatMap((key) => key.split('/')),
      );
      return new Map(
        [...Map.groupBy(rows, (row) => row.key)].map(([key, scopes]) => [
          key,
          new Map(scopes.map((row) => [row.scope, row.used])),
        ]),
      );
    },
    new Map<string, number>(),
  );
  return { votes, left: votesLeft(rule, day, used), isEligible, excludesOwn: rule.excludesOwnOrganization };
}
