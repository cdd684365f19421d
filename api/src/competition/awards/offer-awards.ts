import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { Competition, assertOrganizer } from '../competitions/index.ts';
import { Award, type AwardTier } from './award.entity.ts';

interface AwardInput {
  tier: AwardTier;
  name: { zh?: string; en?: string };
  quota: number;
}

/** Declares what can be won. Organizers only. */
export async function offerAwards(context: Context, competitionId: string, inputs: AwardInput[]): Promise<void> {
  await assertOrganizer(context, competitionId);
  await unitOfWork(context, async (em) => {
    for (const { tier, name, quota } of inputs) {
      em.create(Award, {
        competition: em.getReference(Competition, competitionId),
        tier,
        name: LocalizedText.of(name),
        quota,
      });
    }
    await em.flush();
  });
}
