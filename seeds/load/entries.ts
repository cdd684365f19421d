import {
  decideEntries,
  DecideEntriesSuccess,
  Language,
  ReviewVerdict,
  submitEntry,
  SubmitEntrySuccess,
  writeProjects,
  type Viewer,
} from '@laurel/api';
import type { ProjectSeed } from '../types.ts';
import type { LoadedCompetition } from './competition.ts';
import type { Registry } from './registry.ts';
import { chunksOf, expectResult, need, type Scene } from './scene.ts';

export interface LoadedEntries {
  /** Ids by the key of the project. */
  projects: Map<string, string>;
  entries: Map<string, string>;
}

type Written = Omit<ProjectSeed, 'number' | 'categoryKey' | 'key'>;

/** Writes projects whole, each at its own instant; their ids in the order given. */
export async function loadProjects(
  scene: Scene,
  registry: Registry,
  seeds: readonly { seed: Written; writtenAt?: Date }[],
): Promise<string[]> {
  return await writeProjects(
    scene.operator(),
    seeds.map(({ seed, writtenAt }) => {
      const { title, summary, needs, goals, implementation, outcomes, features, startedOn, beneficiaries } = seed;
      return {
        organizationId: need(registry.organizations, seed.organizationSlug, 'organization'),
        title,
        summary,
        language: Language[seed.language],
        startedOn,
        beneficiaries,
        sections: { needs, goals, implementation, outcomes, features },
        ...(writtenAt && { writtenAt }),
      };
    }),
  );
}

/** Submits the projects in order, each at its own instant, and accepts all but the last `waiting`. */
export async function loadEntries(
  scene: Scene,
  registry: Registry,
  competition: LoadedCompetition,
  organizer: Viewer,
  projects: readonly ProjectSeed[],
  options: { submittedAt: (projectKey: string) => Date; waiting: number },
): Promise<LoadedEntries> {
  const loaded: LoadedEntries = { projects: new Map(), entries: new Map() };
  const written = projects.map((seed) => ({ seed, writtenAt: options.submittedAt(seed.key) }));
  const ids: string[] = [];
  for (const chunk of chunksOf(written, 100)) ids.push(...(await loadProjects(scene, registry, chunk)));
  // As reviewers do it: many at once, some time after they came in.
  let toAccept: string[] = [];
  const accept = async () => {
    const input = { competitionId: competition.id, entryIds: toAccept, verdict: ReviewVerdict.ACCEPT };
    const { results } = expectResult(
      await decideEntries(scene.as(organizer), input),
      DecideEntriesSuccess,
      'acceptances',
    );
    const refused = results.find(({ problem }) => problem);
    if (refused) throw new Error(`entry ${refused.entry.id} was not accepted: ${refused.problem}`);
    scene.done(toAccept.length, 'entries');
    toAccept = [];
  };
  for (const [index, seed] of projects.entries()) {
    const projectId = ids[index] ?? '';
    scene.clock.set(options.submittedAt(seed.key));
    const { entry } = expectResult(
      await submitEntry(scene.operator(), {
        projectId,
        competitionId: competition.id,
        categoryId: need(competition.categoryIds, seed.categoryKey, 'category'),
      }),
      SubmitEntrySuccess,
      `entry ${seed.title.zh}`,
    );
    loaded.projects.set(seed.key, projectId);
    loaded.entries.set(seed.key, entry.id);
    if (index >= projects.length - options.waiting) scene.done(1, 'entries');
    else toAccept.push(entry.id);
    if (toAccept.length === 100) await accept();
  }
  if (toAccept.length > 0) await accept();
  return loaded;
}
