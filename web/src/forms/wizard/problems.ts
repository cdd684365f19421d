import { useTranslation } from 'react-i18next';

/** What a box with a number can have. */
export type NumberProblem = { kind: 'number' } | { kind: 'atLeast' | 'atMost'; count: number };

export interface Issue {
  code: string;
  path: readonly PropertyKey[];
  minimum?: unknown;
  maximum?: unknown;
}

/** Whether a draft makes a rule, and the first problem of each field where it does not. */
export function judged<Rule, Field extends string, Problem>(
  result: { success: true; data: Rule } | { success: false; error: { issues: readonly Issue[] } },
  problemOf: (field: Field, issue: Issue) => Problem,
): { rule: Rule | null; problems: Partial<Record<Field, Problem>> } {
  if (result.success) return { rule: result.data, problems: {} };
  const problems: Partial<Record<Field, Problem>> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0]) as Field;
    problems[field] ??= problemOf(field, issue);
  }
  return { rule: null, problems };
}

export function numberProblem({ code, minimum, maximum }: Issue): NumberProblem {
  if (code === 'too_small') return { kind: 'atLeast', count: Number(minimum) };
  return code === 'too_big' ? { kind: 'atMost', count: Number(maximum) } : { kind: 'number' };
}

/** Words for a problem; what only one rule can have is said by `own`. */
export function useProblemWords<Own extends string>(
  own: (kind: Own) => string,
): (problem: NumberProblem | { kind: Own }) => string {
  const { t } = useTranslation('forms');
  return (problem) => {
    if ('count' in problem) return t(`problems.${problem.kind}`, { count: problem.count });
    return problem.kind === 'number' ? t('problems.number') : own(problem.kind);
  };
}
