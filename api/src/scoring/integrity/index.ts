export { CaseAppeal, CaseDecision, VoteCase } from './vote-case.entity.ts';
export { CompetitionIntegrityResolver, VoteDeskResolver } from './integrity.resolver.ts';
export { IntegrityMutations } from './mutations.ts';
export { CaseDecisionResolver, VoteCaseReferences, VoteCaseResolver, VoteHoldResolver } from './vote-case.resolver.ts';
export { openCasesOf } from './cases/open-cases.ts';
export { VoteWatch } from './scan/vote-watch.ts';
/** For tests that write votes past the use cases. */
export { forgetFigures } from './figures-cache.ts';
