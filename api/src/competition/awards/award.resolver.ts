import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { load, type Context } from '../../core/context.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { Competition } from '../competitions/index.ts';
import { Award, AwardTier } from './award.entity.ts';
import { AwardsStandError, SetAwardsInput, SetAwardsSuccess } from './award.types.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { setAwards } from './set-awards.ts';

const tiers = Object.values(AwardTier);

/** The awards of a competition, highest tier first. */
export async function awardsOf(context: Context, competitionId: string): Promise<Award[]> {
  return await load<Award[]>(
    context,
    'competition.awards',
    competitionId,
    async (ids) => {
      const awards = await context.em.find(Award, { competition: { $in: [...ids] } });
      awards.sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
      return Map.groupBy(awards, (award) => award.competition.id);
    },
    [],
  );
}

@Resolver(() => Award)
export class AwardResolver {
  @FieldResolver(() => String)
  name(@Root() award: Award, @Ctx() { locale }: Context): string {
    return award.name.in(locale);
  }

  @FieldResolver(() => LocalizedText, { description: 'The name as it was written, for whoever edits it.' })
  nameTexts(@Root() award: Award): LocalizedText {
    return award.name;
  }
}

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
