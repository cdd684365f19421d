import type { WhatIfInput } from '../../gql/WhatIf';
import type { WhatIfBasisQuery } from '../../gql/WhatIfBasis';

export type Basis = NonNullable<WhatIfBasisQuery['competition']>;
export type BasisStage = Basis['stages'][number];
export type BasisRule = NonNullable<BasisStage['scoringRule']>;
export type BasisRubric = Basis['rubrics'][number];

/** What somebody supposes; what is not in it stays as declared. */
export interface Supposition {
  method: BasisRule['method'];
  level: BasisRule['level'];
  dropHighest: number;
  dropLowest: number;
  /** By id of the criterion; only those that were moved. */
  weights: Readonly<Record<string, number>>;
  withoutJudgeIds: readonly string[];
}

export const declared = ({ method, level, dropHighest, dropLowest }: BasisRule): Supposition => ({
  method,
  level,
  dropHighest,
  dropLowest,
  weights: {},
  withoutJudgeIds: [],
});

/** Another method, with drops where it needs some and none elsewhere. */
export function withMethod(now: Supposition, method: Supposition['method']): Supposition {
  if (method !== 'TRIMMED_MEAN') return { ...now, method, dropHighest: 0, dropLowest: 0 };
  const needsDrops = now.dropHighest + now.dropLowest === 0;
  return { ...now, method, ...(needsDrops ? { dropHighest: 1, dropLowest: 1 } : {}) };
}

export const isDeclared = (supposed: Supposition, rule: BasisRule): boolean =>
  JSON.stringify(supposed) === JSON.stringify(declared(rule));

export const inputOf = (supposed: Supposition): WhatIfInput => ({
  method: supposed.method,
  level: supposed.level,
  dropHighest: supposed.dropHighest,
  dropLowest: supposed.dropLowest,
  weights: Object.entries(supposed.weights).map(([criterionId, weight]) => ({ criterionId, weight: String(weight) })),
  withoutJudgeIds: [...supposed.withoutJudgeIds],
});

/** The rubrics that may hold in a stage. */
export const rubricsIn = ({ rubrics }: Basis, stageId: string): BasisRubric[] =>
  rubrics.filter(({ stage }) => stage === null || stage.id === stageId);

/** How far a slider goes, and by how much: whole numbers unless the declared weights are not. */
export function scaleOf(rubric: BasisRubric): { step: number; most: number } {
  const weights = rubric.criteria.map(({ weight }) => Number(weight));
  const isWhole = weights.every((weight) => Number.isInteger(weight));
  const most = Math.max(...weights) * 3;
  return isWhole ? { step: 1, most: Math.max(10, most) } : { step: 0.1, most: Math.ceil(most) };
}
