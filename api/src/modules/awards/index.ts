export { Award, AwardTier } from './award.entity.ts';
