export { Award, AwardTier } from './award.entity.ts';
export { awardForRank } from './award-for-rank.ts';
export { AwardMutations, awardsOf, AwardTexts, CompetitionAwardsResolver } from './award.resolver.ts';
export { offerAwards } from './offer-awards.ts';
