import './context.ts';
export { ExposurePart, TallyPart, UsedChallenge, VoteRow, VoterQuota, VoteState } from './vote.entity.ts';
export { BallotBox } from './batches/ballot-box.ts';
export { castVote } from './casting/cast-vote.ts';
export {
  exportBallots,
  importBallotFile,
  Problems,
  readCsvBallots,
  readPb,
  readTally,
  writeTally,
  type BallotFile,
  type EntryOfTally,
  type ImportReport,
} from './files/index.ts';
export { ExposureCounter } from './shown/exposure-counter.ts';
export { importBallots } from './batches/import-ballots.ts';
export { retractVote } from './casting/retract-vote.ts';
export { talliesOf, votesOf } from './shown/tallies.ts';
export {
  CastBallotSuccessResolver,
  CastVoteSuccessResolver,
  CompetitionVotingResolver,
  EntryVotingResolver,
  RetractBallotSuccessResolver,
  RetractVoteSuccessResolver,
  VoteResolver,
} from './vote.resolver.ts';
export { VoteMutations } from './mutations.ts';
export { Vote } from './vote.types.ts';
export { personOf, voterOf, type Voter } from './voters/voter.ts';
