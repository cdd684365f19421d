export { preparePool, rank, robustness, score, type Pool, type ScoringRule } from './methods/index.ts';
export { ExplainResolver } from './explain/explain.resolver.ts';
export { exportScores, writeScores } from './export/index.ts';
export { registerScoresExport } from './export/scores-route.ts';
export { Standing } from './standing.entity.ts';
export { publishResults } from './publish-results.ts';
export {
  CompetitionRankingResolver,
  DeskResolver,
  EntryStandingResolver,
  StandingReferences,
  StandingResolver,
} from './ranking.resolver.ts';
export { RankingMutations } from './mutations.ts';
export { PublishResultsSuccess, ShortlistEntriesSuccess } from './ranking.types.ts';
export { registerScoreEvents } from './scores/score-events-route.ts';
export { ScoreFeed } from './scores/score-feed.ts';
export { shortlistEntries } from './shortlist-entries.ts';
