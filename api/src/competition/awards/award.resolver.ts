import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { rowsBy } from '../../core/load-rows.ts';
import { textFields } from '../../core/graphql/text-fields.ts';
import type { Context } from '../../core/context.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { Competition } from '../competitions/index.ts';
import { Award, AwardTier } from './award.entity.ts';
import { AwardsStandError, SetAwardsInput, SetAwardsSuccess } from './award.types.ts';
import { setAwards } from './set-awards.ts';

const tiers = Object.values(AwardTier);

const findAwards = rowsBy(Award, 'competition');

/** The awards of a competition, highest tier first. */
export async function awardsOf(context: Context, competitionId: string): Promise<Award[]> {
  const awards = await findAwards(context, competitionId);
  return awards.toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
}

export const AwardTexts = textFields(Award, {
  name: { texts: 'The name as it was written, for whoever edits it.' },
});

@Resolver(() => Competition)
export class CompetitionAwardsResolver {
  @FieldResolver(() => [Award], { description: 'Highest tier first.' })
  async awards(@Root() competition: Competition, @Ctx() context: Context): Promise<Award[]> {
    return await awardsOf(context, competition.id);
  }
}

export const AwardMutations = mutations({
  setAwards: mutation(SetAwardsInput, setAwards, [SetAwardsSuccess, AwardsStandError, InvalidInputError]),
});
