import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import * as types from './case.types.ts';
import { appealHold } from './cases/appeal-hold.ts';
import { decideCase } from './cases/decide-case.ts';
import { holdVotesByHand } from './cases/hold-votes.ts';
import { scanVotes } from './scan/scan-votes.ts';

export const IntegrityMutations = mutations({
  scanVotes: mutation(
    types.ScanVotesInput,
    scanVotes,
    [types.ScanVotesSuccess, types.ScanRunningError, types.ResultsPublishedError],
    'Runs the detectors now, as every minute while voting is open. Organizers only.',
  ),
  holdVotes: mutation(
    types.HoldVotesInput,
    holdVotesByHand,
    [types.HoldVotesSuccess, types.NothingToHoldError, types.ResultsPublishedError, InvalidInputError],
    'Sets votes aside by hand. Organizers only.',
  ),
  decideCase: mutation(
    types.DecideCaseInput,
    decideCase,
    [
      types.DecideCaseSuccess,
      types.AlreadyDecidedError,
      types.CaseSettledError,
      types.ResultsPublishedError,
      InvalidInputError,
    ],
    'Two equal verdicts of two organizers settle a case.',
  ),
  appealHold: mutation(
    types.AppealHoldInput,
    appealHold,
    [types.AppealHoldSuccess, types.AlreadyAppealedError, types.CaseSettledError, InvalidInputError],
    "A voter's answer to a hold.",
  ),
});
