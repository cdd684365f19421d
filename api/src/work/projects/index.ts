export { blindCompetitions, blindToProject, isBlindToProject, unlessBlind, type BlindCondition } from './blind.ts';
export { Language, Project } from './project.entity.ts';
export { createProject } from './create-project.ts';
export { assertMember, missingParts } from './project.policy.ts';
export { OrganizationProjectsResolver, ProjectResolver } from './project.resolver.ts';
export {
  CreateProjectSuccess,
  MissingPart,
  PartKind,
  SaveProjectSuccess,
  StaleVersionError,
  type CreateProjectInput,
  type SaveProjectInput,
} from './project.types.ts';
export { saveProject } from './save-project.ts';
export { saveSection } from './save-section.ts';
export { ProjectPresence, ProjectRevision, ProjectSection } from './section.entity.ts';
export { sectionsOfProject, type WrittenSection } from './section.queries.ts';
export { ProjectRevisionResolver, ProjectSectionsResolver } from './section.resolver.ts';
export { SaveSectionSuccess, StaleSectionError, type SaveSectionInput } from './section.types.ts';
export { putProjects, writeProjects, type WholeProject } from './write-projects.ts';
export { ProjectMutations } from './mutations.ts';
