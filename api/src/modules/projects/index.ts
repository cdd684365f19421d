export { blindToProject, isBlindToProject, unlessBlind, type BlindCondition } from './blind.ts';
export { Language, Project } from './project.entity.ts';
export { createProject } from './create-project.ts';
export { assertMember, missingFields } from './project.policy.ts';
export { OrganizationProjectsResolver, ProjectResolver } from './project.resolver.ts';
export {
  CreateProjectSuccess,
  ProjectField,
  SaveProjectSuccess,
  StaleVersionError,
  type CreateProjectInput,
  type SaveProjectInput,
} from './project.types.ts';
export { saveProject } from './save-project.ts';
