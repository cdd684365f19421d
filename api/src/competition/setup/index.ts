export { copyCompetitionRow, copyParts } from './copy/copy-parts.ts';
export { missingItems } from './open-competition.ts';
export { CompetitionSetUpResolver, ViewerHostsResolver } from './setup.resolver.ts';
export { IncompleteCompetitionError } from './setup.types.ts';
export { SetUpMutations } from './mutations.ts';
