export { VoteRow, VoterQuota, TallyPart } from './vote.entity.ts';
