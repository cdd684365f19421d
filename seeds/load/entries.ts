import {
  acceptEntry,
  AcceptEntrySuccess,
  createProject,
  CreateProjectSuccess,
  Language,
  saveProject,
  SaveProjectSuccess,
  submitEntry,
  SubmitEntrySuccess,
  type Viewer,
} from '@laurel/api';
import type { ProjectSeed } from '../types.ts';
import type { LoadedCompetition } from './competition.ts';
import type { Registry } from './registry.ts';
import { expectResult, need, type Scene } from './scene.ts';

export interface LoadedEntries {
  /** Ids by the key of the project. */
  projects: Map<string, string>;
  entries: Map<string, string>;
}

/** Writes a project whole and returns its id. */
export async function loadProject(
  scene: Scene,
  registry: Registry,
  seed: Omit<ProjectSeed, 'number' | 'categoryKey' | 'key'>,
): Promise<string> {
  const context = scene.operator();
  const { project } = expectResult(
    await createProject(context, {
      organizationId: need(registry.organizations, seed.organizationSlug, 'organization'),
      title: seed.title,
      language: Language[seed.language],
    }),
    CreateProjectSuccess,
    `project ${seed.title.zh}`,
  );
  const { summary, needs, goals, implementation, outcomes, features, startedOn, beneficiaries } = seed;
  const texts = { summary, needs, goals, implementation, outcomes, features, startedOn, beneficiaries };
  expectResult(
    await saveProject(context, { projectId: project.id, version: 1, ...texts }),
    SaveProjectSuccess,
    `project ${seed.title.zh}`,
  );
  return project.id;
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
  for (const [index, seed] of projects.entries()) {
    scene.clock.set(options.submittedAt(seed.key));
    const projectId = await loadProject(scene, registry, seed);
    const { entry } = expectResult(
      await submitEntry(scene.operator(), {
        projectId,
        competitionId: competition.id,
        categoryId: need(competition.categoryIds, seed.categoryKey, 'category'),
      }),
      SubmitEntrySuccess,
      `entry ${seed.title.zh}`,
    );
    if (index < projects.length - options.waiting) {
      expectResult(await acceptEntry(scene.as(organizer), { entryId: entry.id }), AcceptEntrySuccess, 'entry');
    }
    loaded.projects.set(seed.key, projectId);
    loaded.entries.set(seed.key, entry.id);
    scene.done(1, 'entries');
  }
  return loaded;
}
