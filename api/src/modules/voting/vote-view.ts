import { make } from '../../graphql/user-error.ts';
import { voteIdOf, type StoredVote } from './ballot.ts';
import { Vote } from './vote.types.ts';

/** A stored vote as its own voter sees it. */
export const voteView = (vote: StoredVote): Vote =>
  make(Vote, {
    id: voteIdOf(vote),
    competitionId: vote.competitionId,
    voterId: vote.voterId,
    key: vote.key,
    ordinal: vote.ordinal,
    entryId: vote.entryId,
    points: vote.points,
    day: vote.day,
    castAt: vote.castAt,
    state: vote.state as Vote['state'],
    caseId: vote.caseId,
  });
