import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import {
  BallotRuleFrozenError,
  DeclareBallotRuleInput,
  DeclareBallotRuleSuccess,
} from './ballot-rule/ballot-rule.types.ts';
import { declareBallotRule } from './ballot-rule/declare-ballot-rule.ts';
import { QuestionsFrozenError, SetQuestionsInput, SetQuestionsSuccess } from './questions/question.types.ts';
import { setQuestions } from './questions/set-questions.ts';
import { declareRubric } from './rubrics/declare-rubric.ts';
import { declareScoringRule } from './rubrics/declare-scoring-rule.ts';
import { DeclareRubricInput, DeclareRubricSuccess } from './rubrics/rubric.types.ts';
import {
  DeclareScoringRuleInput,
  DeclareScoringRuleSuccess,
  ScoringRuleFrozenError,
  UnknownCriterionError,
} from './rubrics/scoring-rule.types.ts';
import { setSubmissionRule } from './submission-rule/set-submission-rule.ts';
import {
  SetSubmissionRuleInput,
  SetSubmissionRuleSuccess,
  SubmissionRuleStandsError,
} from './submission-rule/submission-rule.types.ts';

export const CompetitionMutations = mutations({
  declareRubric: mutation(DeclareRubricInput, declareRubric, [
    DeclareRubricSuccess,
    ScoringRuleFrozenError,
    UnknownCriterionError,
    InvalidInputError,
  ]),
  declareScoringRule: mutation(DeclareScoringRuleInput, declareScoringRule, [
    DeclareScoringRuleSuccess,
    ScoringRuleFrozenError,
    UnknownCriterionError,
    InvalidInputError,
  ]),
  declareBallotRule: mutation(DeclareBallotRuleInput, declareBallotRule, [
    DeclareBallotRuleSuccess,
    BallotRuleFrozenError,
    InvalidInputError,
  ]),
  setQuestions: mutation(SetQuestionsInput, setQuestions, [
    SetQuestionsSuccess,
    QuestionsFrozenError,
    InvalidInputError,
  ]),
  setSubmissionRule: mutation(SetSubmissionRuleInput, setSubmissionRule, [
    SetSubmissionRuleSuccess,
    SubmissionRuleStandsError,
    InvalidInputError,
  ]),
});
