export {
  AssuranceLevel,
  BallotMethod,
  BallotRule,
  BallotStyle,
  CountVisibility,
  defaultBallotRule,
  PublicForm,
  type BallotRuleValues,
} from './ballot-rule/ballot-rule.entity.ts';
export { CompetitionSuccess, InCompetition } from './competition.types.ts';
export { Category, Competition, CompetitionOrganizer } from './competition.entity.ts';
export { holdCompetition } from './hold-competition.ts';
export { judgingKinds, StageKind, stageOrder } from './stage-kind.ts';
export { Stage, StageMove } from './stage.entity.ts';
export { ballotRuleOf, categoriesOf, closedMessage, holdStage, reviseVoting, stagesOf } from './competition.queries.ts';
export { CompetitionResolver, StageResolver, ViewerCompetitionsResolver } from './competition.resolver.ts';
export { addCriteria, createCompetition, type CompetitionInput } from './create-competition.ts';
export { assertOrganizer, isOrganizer } from './organizer.ts';
export { Question, QuestionKind } from './questions/question.entity.ts';
export { askedIn, questionsOf } from './questions/question.queries.ts';
export { CompetitionFormResolver, QuestionResolver } from './questions/question.resolver.ts';
export {
  defaultSubmissionRule,
  SubmissionRule,
  type SubmissionRuleValues,
} from './submission-rule/submission-rule.entity.ts';
export { findSubmissionRule, submissionRuleOf, valuesOfRule } from './submission-rule/submission-rule.queries.ts';
export {
  CompetitionSubmissionRuleResolver,
  SubmissionRuleResolver,
} from './submission-rule/submission-rule.resolver.ts';
export { Criterion, Rubric } from './rubrics/rubric.entity.ts';
export {
  criteriaOf,
  criteriaOfRubric,
  findRubrics,
  rubricFor,
  rubricsOf,
  type MarkedBy,
} from './rubrics/rubric.queries.ts';
export {
  defaultScoringRule,
  RankScope,
  ScoreRevision,
  ScoreScale,
  ScoringLevel,
  ScoringMethod,
  ScoringRule,
  TermForm,
  type ScoringRuleValues,
} from './rubrics/scoring-rule.entity.ts';
export { findScoringRules, scoringRuleOf } from './rubrics/scoring-rule.queries.ts';
export { CriterionResolver, RubricResolver } from './rubrics/rubric.resolver.ts';
export { canSeeCompetition, isPublic, visibleCompetitions } from './visible.ts';
export { CompetitionMutations } from './mutations.ts';
export { competitionTexts } from './texts.ts';
