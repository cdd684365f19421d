import { ScoringMethod, StageKind, type CompetitionInput } from '@laurel/api';

/**
 * How the demonstration is ranked. The rule of the real competition was not published: this one is synthetic, from what
 * such competitions are known to do (written review 40 and roadshow 60 of 100; nine judges on site, the highest and the
 * lowest mark left out).
 */
export const scoringRules: NonNullable<CompetitionInput['scoringRules']> = {
  [StageKind.REVIEW]: { weight: '40', ties: ['CRITERION:needs', 'CRITERION:outcomes', 'VOTES'] },
  [StageKind.FINAL]: {
    method: ScoringMethod.TRIMMED_MEAN,
    dropHighest: 1,
    dropLowest: 1,
    criterionPlaces: 2,
    quorum: 5,
    ties: ['CRITERION:outcomes', 'CRITERION:implementation', 'FIRSTS', 'LOT'],
    lotSeed: 'jilin-roadshow-2023',
    weight: '60',
  },
};
