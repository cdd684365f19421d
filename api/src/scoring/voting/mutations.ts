import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { castBallot } from './casting/cast-ballot.ts';
import { castVote } from './casting/cast-vote.ts';
import { retractBallot, retractVote } from './casting/retract-vote.ts';
import * as types from './vote.types.ts';

const refusals = [
  types.AlreadyVotedError,
  types.VoteQuotaError,
  types.VotingClosedError,
  types.OwnOrganizationError,
  types.NotEligibleError,
  types.ChallengeNeededError,
  types.OverloadedError,
  types.InvalidBallotError,
] as const;

export const VoteMutations = mutations({
  castVote: mutation(
    types.CastVoteInput,
    castVote,
    [types.CastVoteSuccess, ...refusals],
    'A vote for one entry, where the style is TAP.',
  ),
  castBallot: mutation(
    types.CastBallotInput,
    castBallot,
    [types.CastBallotSuccess, ...refusals],
    'Several choices together, where the style is BALLOT.',
  ),
  retractVote: mutation(types.RetractVoteInput, retractVote, [
    types.RetractVoteSuccess,
    types.NotVotedError,
    types.NotRetractableError,
    types.VotingClosedError,
  ]),
  retractBallot: mutation(types.RetractBallotInput, retractBallot, [
    types.RetractBallotSuccess,
    types.NotVotedError,
    types.NotRetractableError,
    types.VotingClosedError,
  ]),
});
