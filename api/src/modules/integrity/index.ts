export { CaseAppeal, CaseDecision, CaseState, CaseVerdict, VoteCase } from './vote-case.entity.ts';
export { CompetitionIntegrityResolver, VoteDeskResolver } from './integrity.resolver.ts';
export { CaseDecisionResolver, VoteCaseResolver, VoteHoldResolver } from './vote-case.resolver.ts';
