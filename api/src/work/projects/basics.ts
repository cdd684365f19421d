import type { Bilingual } from '../../core/graphql/localized-text.ts';
import type { Language, Project } from './project.entity.ts';

/** What of a project is no section, as it is kept in its history. */
export interface Basics {
  title: Bilingual;
  summary: Bilingual;
  language: Language;
  regionId: string;
  teamId: string | null;
  startedOn: string | null;
  endedOn: string | null;
  beneficiaries: string | null;
  videoUrl: string | null;
}

const both = ({ zh, en }: Bilingual) => ({ zh: zh ?? null, en: en ?? null });

const basicsOf = (project: Project): Basics => ({
  title: both(project.title),
  summary: both(project.summary),
  language: project.language,
  regionId: project.region.id,
  teamId: project.team?.id ?? null,
  startedOn: project.startedOn ?? null,
  endedOn: project.endedOn ?? null,
  beneficiaries: project.beneficiaries ?? null,
  videoUrl: project.videoUrl ?? null,
});

export const basicsText = (project: Project): string => JSON.stringify(basicsOf(project));
