import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import {
  assertOrganizer,
  Category,
  Competition,
  Stage,
  type StageKind,
} from '../../../competition/competitions/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Judge, Panel } from '../judging.entity.ts';

interface PanelInput {
  stage: StageKind;
  name: { zh?: string; en?: string };
  categoryKeys: string[];
  judges: { code: string; userId: string }[];
}

/** Seats judges on panels. Organizers only. */
export async function seatJudges(context: Context, competitionId: string, inputs: PanelInput[]): Promise<void> {
  await assertOrganizer(context, competitionId);
  await unitOfWork(context, async (em) => {
    const stages = await em.find(Stage, { competition: competitionId });
    const categories = await em.find(Category, { competition: competitionId });
    for (const { stage: kind, name, categoryKeys, judges } of inputs) {
      const stage = stages.find((candidate) => candidate.kind === kind);
      if (!stage) throw new Error(`the competition has no stage ${kind}`);
      const panel = em.create(Panel, {
        competition: em.getReference(Competition, competitionId),
        stage,
        name: LocalizedText.of(name),
      });
      panel.categories.add(categories.filter((category) => categoryKeys.includes(category.key)));
      for (const { code, userId } of judges) em.create(Judge, { panel, code, user: em.getReference(User, userId) });
    }
    await em.flush();
  });
}
