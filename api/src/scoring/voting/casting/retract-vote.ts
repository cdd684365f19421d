import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { holdStage, StageKind } from '../../../competition/competitions/index.ts';
import { isTap } from '../ballot/spends.ts';
import { todayOn } from './cast-ballot-request.ts';
import { retractChoices } from './retract.ts';
import {
  NotRetractableError,
  NotVotedError,
  RetractBallotSuccess,
  RetractVoteSuccess,
  type RetractBallotInput,
  type RetractVoteInput,
  type VotingClosedError,
} from '../vote.types.ts';
import { personOf, voterOf } from '../voters/voter.ts';
import { votingClosed } from './voting-closed.ts';

type Refusal = NotVotedError | NotRetractableError | VotingClosedError;

/** Takes back the viewer's vote of today for an entry, while voting is open and the rule lets it. */
export async function retractVote(
  context: Context,
  { entryId }: RetractVoteInput,
): Promise<RetractVoteSuccess | Refusal> {
  if (!isId(entryId)) throw notFound(context);
  // Of an entry that was withdrawn meanwhile, too: its votes are still their voters' to take back.
  const [entry] = await context.em.execute<{ competition_id: string }[]>(
    "select competition_id from entries where id = ? and status in ('ACCEPTED', 'WITHDRAWN')",
    [entryId],
  );
  if (!entry) throw notFound(context);
  const result = await retract(context, entry.competition_id, entryId);
  return typeof result === 'number' ? make(RetractVoteSuccess, { entryId, votesLeftToday: result }) : result;
}

/** Takes back the viewer's whole ballot of today. */
export async function retractBallot(
  context: Context,
  { competitionId }: RetractBallotInput,
): Promise<RetractBallotSuccess | Refusal> {
  if (!isId(competitionId)) throw notFound(context);
  const result = await retract(context, competitionId, null);
  return typeof result === 'number' ? make(RetractBallotSuccess, { competitionId, votesLeftToday: result }) : result;
}

async function retract(context: Context, competitionId: string, entryId: string | null): Promise<number | Refusal> {
  const { ballotBox, clock, locale } = context;
  if (!ballotBox) throw new Error('votes are cast through a server');
  const person = await personOf(context);
  if (!person) throw unauthenticated(context);
  const page = await ballotBox.book.refreshed(competitionId);
  if (!page) throw notFound(context);
  const refuse = (key: 'vote.none' | 'vote.noRetraction' | 'vote.void') =>
    make(key === 'vote.none' ? NotVotedError : NotRetractableError, { message: message(locale, key) });
  return await unitOfWork(context, async (em) => {
    const stage = await holdStage(em, competitionId, StageKind.VOTING);
    const closed = votingClosed(context, { timeZone: page.timeZone, stage });
    if (closed) return closed;
    if (!page.rule.mayRetract) return refuse('vote.noRetraction');
    // One choice of a ballot cannot go alone: what is left might be no ballot under the rule.
    if (isTap(page.rule) !== (entryId !== null)) return refuse('vote.none');
    const voter = voterOf(context, competitionId, person);
    const left = await retractChoices(em, page, voter, { day: todayOn(context, page), entryId, now: clock.now() });
    if (left === null) return refuse('vote.none');
    return left === 'void' ? refuse('vote.void') : left;
  });
}
