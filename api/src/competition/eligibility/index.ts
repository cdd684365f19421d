/**
 * Whether entries may compete: what reviewers say of them, when that is settled, and what an organization is asked to
 * correct. `decideEntry` and `decideEntries` are for whoever accepts entries from code.
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
export { DecideEntriesSuccess, DecideEntrySuccess } from './eligibility.types.ts';
export { EligibilityMutations } from './mutations.ts';
