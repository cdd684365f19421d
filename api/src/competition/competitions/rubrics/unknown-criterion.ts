import type { Context } from '../../../core/context.ts';
import { userError } from '../../../core/graphql/user-error.ts';
import type { MarkedBy } from './rubric.queries.ts';
import { UnknownCriterionError } from './scoring-rule.types.ts';

const step = 'CRITERION:';

/** The keys of all criteria by which entries of some category are marked in a stage. */
export const keysOf = (rubrics: readonly MarkedBy[], stageId: string): string[] =>
  rubrics
    .filter(({ rubric }) => (rubric.stage?.id ?? stageId) === stageId)
    .flatMap(({ criteria }) => criteria.map(({ key }) => key));

/** The refusal, if a ladder of ties names a criterion that is not among these. */
export function unknownCriterion(
  { locale }: Context,
  ties: readonly string[],
  keys: readonly string[],
): UnknownCriterionError | null {
  const key = ties
    .filter((tie) => tie.startsWith(step))
    .map((tie) => tie.slice(step.length))
    .find((wanted) => !keys.includes(wanted));
  return key === undefined
    ? null
    : userError({ locale }, UnknownCriterionError, 'scoringRule.unknownCriterion', {}, { key });
}
