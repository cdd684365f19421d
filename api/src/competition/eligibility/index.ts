/**
 * Whether entries may compete: the verdicts of reviewers, when they settle an entry, and what an organization has to
 * correct. Code that accepts entries calls `decideEntry` and `decideEntries`.
 */
export { decideEntries, mostAtOnce } from './decisions/decide-entries.ts';
export { decideEntry } from './decisions/decide-entry.ts';
export { Decision, ReviewVerdict } from './decision.entity.ts';
export { compareEntries } from './likeness/compare-entries.ts';
export { EntryLikeness, UncomparedEntry } from './likeness/likeness.entity.ts';
export { DecisionResolver, EntryReviewResolver } from './eligibility.resolver.ts';
export { reviewQueue } from './queue.ts';
export { queueCategories, queueFigures } from './queue-figures.ts';
export { CategoryFigure, QueueArgs, QueueFigures, QueueStatusArgs } from './queue.types.ts';
export { DecideEntriesSuccess } from './eligibility.types.ts';
export { EligibilityMutations } from './mutations.ts';
