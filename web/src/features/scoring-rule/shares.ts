import type { ScoringRule_competitionFragment } from '../../gql/ScoringRule_competition';

export type RuledCompetition = ScoringRule_competitionFragment;
export type RuledStage = RuledCompetition['stages'][number];
export type DeclaredRule = NonNullable<RuledStage['scoringRule']>;

const judgingKinds = ['REVIEW', 'PAPERS', 'FINAL'] as const;
export type JudgingKind = (typeof judgingKinds)[number];

export type JudgingStage = RuledStage & { kind: JudgingKind; scoringRule: DeclaredRule };

const isJudging = (stage: RuledStage): stage is JudgingStage =>
  stage.scoringRule !== null && judgingKinds.some((kind) => kind === stage.kind);

/** The stages in which judges mark, in the order in which an entry passes them. */
export const judgingStages = ({ stages }: Pick<RuledCompetition, 'stages'>): JudgingStage[] =>
  stages.filter(isJudging).toSorted((one, other) => judgingKinds.indexOf(one.kind) - judgingKinds.indexOf(other.kind));

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
