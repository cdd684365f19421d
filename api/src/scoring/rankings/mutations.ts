import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { publishResults } from './publish-results.ts';
import * as types from './ranking.types.ts';
import { shortlistEntries } from './shortlist-entries.ts';

export const RankingMutations = mutations({
  shortlistEntries: mutation(types.ShortlistEntriesInput, shortlistEntries, [
    types.ShortlistEntriesSuccess,
    types.StageOpenError,
    types.NothingRankedError,
    types.AlreadyPublishedError,
  ]),
  publishResults: mutation(types.PublishResultsInput, publishResults, [
    types.PublishResultsSuccess,
    types.StageOpenError,
    types.SheetsMissingError,
    types.BelowQuorumError,
    types.CasesOpenError,
    types.AlreadyPublishedError,
    types.NothingRankedError,
  ]),
});
