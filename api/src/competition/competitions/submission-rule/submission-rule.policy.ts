import type { SubmissionRuleValues } from './submission-rule.entity.ts';

type Field = keyof SubmissionRuleValues;

/**
 * What a change of the rule takes away from those who work towards a deadline: once submissions have opened it may
 * give them more time or more entries, and nothing else. PostgreSQL says the same in submission_rules_stand.
 */
export function takesAway(before: SubmissionRuleValues, after: SubmissionRuleValues): Field[] {
  const limit = (rule: SubmissionRuleValues) => rule.entriesPerOrganization ?? Infinity;
  const lost: Record<Field, boolean> = {
    graceMinutes: after.graceMinutes < before.graceMinutes,
    filesGraceMinutes: after.filesGraceMinutes < before.filesGraceMinutes,
    entriesPerOrganization: limit(after) < limit(before),
    reviewersNeeded: after.reviewersNeeded !== before.reviewersNeeded,
    holdsDecisions: after.holdsDecisions !== before.holdsDecisions,
    correctionDays: after.correctionDays < before.correctionDays,
  };
  return (Object.keys(lost) as Field[]).filter((field) => lost[field]);
}
