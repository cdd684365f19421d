export {
  AssuranceLevel,
  BallotMethod,
  BallotRule,
  BallotStyle,
  CountVisibility,
  defaultBallotRule,
  verifiedLevels,
  type BallotRuleValues,
} from './ballot-rule.entity.ts';
export { Category, Competition, CompetitionOrganizer, Criterion, Stage, StageKind } from './competition.entity.ts';
export {
  ballotRuleOf,
  categoriesOf,
  closedMessage,
  criteriaOf,
  holdStage,
  reviseVoting,
  stagesOf,
} from './competition.queries.ts';
export {
  CategoryResolver,
  CompetitionResolver,
  CriterionResolver,
  StageResolver,
  ViewerCompetitionsResolver,
} from './competition.resolver.ts';
export { createCompetition, type CompetitionInput } from './create-competition.ts';
export { dayIn, nextDayStart } from './local-day.ts';
export { assertOrganizer, isOrganizer } from './organizer.ts';
export { currentStage, StageStatus, statusAt } from './stage-window.ts';
