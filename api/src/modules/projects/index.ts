export { Language, Project } from './project.entity.ts';
