import { AwardTier, createCompetition, offerAwards, seatJudges, StageKind } from '@laurel/api';
import { scoringRules } from './scoring-rules.ts';
import type { CompetitionSeed, OrganizerSeed, PanelSeed } from '../types.ts';
import type { Registry } from './registry.ts';
import { need, type Scene } from './scene.ts';

export interface LoadedCompetition {
  id: string;
  seed: CompetitionSeed;
  /** Ids by key, as the use cases want them. */
  categoryIds: Map<string, string>;
  criterionIds: Map<string, string>;
}

/** Sets a competition up: what can be entered, how it is judged, what can be won, who judges. */
export async function loadCompetition(
  scene: Scene,
  registry: Registry,
  seed: CompetitionSeed,
  organizers: OrganizerSeed[],
  panels: PanelSeed[],
): Promise<LoadedCompetition> {
  const person = (email: string) => need(registry.people, email, 'person').id;
  const { id } = await createCompetition(scene.operator(), {
    ...seed,
    hostId: need(registry.organizations, seed.hostSlug, 'organization'),
    regionId: need(registry.regions, seed.regionCode, 'region'),
    stages: seed.stages.map((stage) => ({ ...stage, kind: StageKind[stage.kind] })),
    categories: seed.categories.map(({ key, zh, en }) => ({ key, name: { zh, en } })),
    scoringRules,
    organizerIds: organizers.filter((o) => o.competitionSlug === seed.slug).map((o) => person(o.email)),
  });
  await offerAwards(
    scene.operator(),
    id,
    seed.awards.map((award) => ({ ...award, tier: AwardTier[award.tier] })),
  );
  const own = panels.filter((panel) => panel.competitionSlug === seed.slug);
  await seatJudges(
    scene.operator(),
    id,
    own.map((panel) => ({
      stage: StageKind[panel.stageKind],
      name: panel.name,
      categoryKeys: panel.categoryKeys,
      judges: panel.judges.map(({ code, email }) => ({ code, userId: person(email) })),
    })),
  );
  const keys = async (from: string) => {
    const rows = await scene
      .operator()
      .em.execute<{ id: string; key: string }[]>(`select t.id, t.key from ${from} where competition_id = ?`, [id]);
    return new Map(rows.map((row) => [row.key, row.id]));
  };
  scene.done(1, 'competitions');
  return {
    id,
    seed,
    categoryIds: await keys('categories t'),
    criterionIds: await keys('criteria t join rubrics r on r.id = t.rubric_id'),
  };
}
