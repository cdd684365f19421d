export { ExposurePart, TallyPart, UsedChallenge, VoteRow, VoterQuota, VoteState } from './vote.entity.ts';
export { castVote } from './cast-vote.ts';
export { importBallots, type ImportedBallot } from './import-ballots.ts';
export { retractVote } from './retract-vote.ts';
export { talliesOf, votesOf } from './tallies.ts';
export { CompetitionVotingResolver, EntryVotingResolver, VoteResolver } from './vote.resolver.ts';
export { CastVoteSuccess } from './vote.types.ts';
