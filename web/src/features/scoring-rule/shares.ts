import type { ScoringRule_competitionFragment } from '../../gql/ScoringRule_competition';
import { judgingStages, type JudgingKind } from '../../words/judging-stages';

export type RuledCompetition = ScoringRule_competitionFragment;
type RuledStage = RuledCompetition['stages'][number];
export type JudgingStage = RuledStage & { kind: JudgingKind; scoringRule: NonNullable<RuledStage['scoringRule']> };

/** The stages in which judges mark, each with its rule. */
export const ruledStages = (competition: Pick<RuledCompetition, 'stages'>): JudgingStage[] =>
  judgingStages(competition).filter((stage): stage is JudgingStage => stage.scoringRule !== null);

/**
 * What each judging stage decides of the result, in percent: the judges have what the public vote leaves of 100, shared
 * by the weights of their stages. Where none has a weight, the last one decides.
 */
export function sharesOf(
  stages: readonly { id: string; weight: string }[],
  publicWeight: string,
): ReadonlyMap<string, number> {
  const left = 100 - Number(publicWeight);
  const sum = stages.reduce((total, { weight }) => total + Number(weight), 0);
  const last = stages.at(-1);
  return new Map(
    stages.map((stage) => [stage.id, sum > 0 ? (left * Number(stage.weight)) / sum : stage === last ? left : 0]),
  );
}
