import { InMemoryCache, type FieldPolicy } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from '../gql/possibleTypes';

/** Pages of a list are joined; lists with other filters stay apart. */
const pages = (...filters: string[]): FieldPolicy => relayStylePagination(filters.length > 0 ? filters : false);

export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { competitions: pages() } },
      Competition: {
        fields: {
          entries: pages('categoryKey', 'order', 'regionCode', 'search', 'shortlisted', 'shuffleSeed'),
          extensions: pages('withRevoked'),
          ranking: pages('categoryKey'),
          sendingUnits: pages(),
          standings: pages('categoryKey'),
          viewerVotes: pages(),
          // Parts of one object that have no id of their own.
          ballotRule: { merge: true },
          figures: { merge: true },
          voteBalance: { merge: true },
          voteDesk: { merge: true },
          desk: { merge: true },
          messageDesk: { merge: true },
        },
      },
      Desk: {
        fields: {
          queue: pages('status', 'mark', 'categoryKey', 'regionCode', 'search'),
          queueFigures: { merge: true },
        },
      },
      EntryImport: { fields: { problems: pages('column') } },
      Entry: { fields: { activities: pages(), voting: { merge: true } } },
      Judge: {
        // The first ten and a page of fifty are asked for side by side.
        fields: { assignments: pages('status', 'first'), progress: { merge: true } },
      },
      MessageDesk: { fields: { messages: pages('state'), counts: { merge: true } } },
      Organization: {
        fields: {
          members: pages('areFormer'),
          invitations: pages(),
          // Parts of one object that have no id of their own.
          names: { merge: true },
          contact: { merge: true },
          activities: pages(),
          entries: pages(),
          projects: pages(),
          teams: pages(),
        },
      },
      Project: { fields: { activities: pages(), history: pages('key') } },
      SendingUnit: { fields: { nominations: pages() } },
      Stage: { fields: { scoringRule: { merge: true } } },
      Viewer: { fields: { organizationsToVerify: pages('status') } },
      Team: { fields: { activities: pages(), volunteers: pages() } },
    },
  });
}
