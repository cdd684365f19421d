import { awardsInput } from '@laurel/schema/setup';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { parseInput } from '../../core/graphql/parse-input.ts';
import { InvalidInputError, make, userError } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { assertOrganizer, holdCompetition } from '../competitions/index.ts';
import { Award, AwardTier } from './award.entity.ts';
import { AwardsStandError, SetAwardsSuccess, type SetAwardsInput } from './award.types.ts';

type Outcome = SetAwardsSuccess | AwardsStandError | InvalidInputError;

/** Replaces the awards. Once the competition is open, they can only be renamed. Organizers only. */
export async function setAwards(context: Context, input: SetAwardsInput): Promise<Outcome> {
  const { competitionId } = input;
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, awardsInput, { awards: input.awards });
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    const competition = await holdCompetition(context, em, competitionId);
    const known = await em.find(Award, { competition });
    const found = (tier: string) => known.find((award) => award.tier === AwardTier[tier as AwardTier]);
    const isSame =
      known.length === parsed.awards.length && parsed.awards.every(({ tier, quota }) => found(tier)?.quota === quota);
    if (competition.openedAt && (!isSame || competition.resultsPublishedAt)) {
      return userError(context, AwardsStandError, 'awards.stand');
    }
    const gone = known.filter(({ tier }) => !parsed.awards.some((award) => award.tier === tier.valueOf()));
    em.remove(gone);
    for (const { tier, name, quota } of parsed.awards) {
      const values = { name: LocalizedText.of(name), quota };
      const award = found(tier);
      if (award) em.assign(award, values);
      else em.create(Award, { competition, tier: AwardTier[tier], ...values });
    }
    recordAct(context, em, 'setAwards', { type: 'Competition', id: competitionId }, parsed);
    return make(SetAwardsSuccess, { competition });
  });
}
