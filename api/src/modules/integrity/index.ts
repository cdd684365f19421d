export { CaseAppeal, CaseDecision, CaseState, CaseVerdict, VoteCase } from './vote-case.entity.ts';
