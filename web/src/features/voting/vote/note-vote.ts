import type { ApolloCache } from '@apollo/client';

/**
 * Tells the cache what a vote changed for its voter, so that nothing has to be asked for again. Null takes the vote
 * back; without `votesLeftToday` what is left stays as it was known.
 */
export function noteVote(
  cache: ApolloCache,
  { entryId, competitionId }: { entryId: string; competitionId: string },
  vote: { __typename: 'Vote'; id: string } | null,
  votesLeftToday?: number,
): void {
  cache.modify({
    id: cache.identify({ __typename: 'Entry', id: entryId }) ?? '',
    fields: {
      voting: (voting: object, { toReference }) => ({
        ...voting,
        canVote: vote === null,
        refusal: vote && 'ALREADY_VOTED',
        vote: vote && toReference(vote),
      }),
    },
  });
  if (votesLeftToday === undefined) return;
  cache.modify({
    id: cache.identify({ __typename: 'Competition', id: competitionId }) ?? '',
    fields: { viewerVotesLeftToday: () => votesLeftToday },
  });
}
