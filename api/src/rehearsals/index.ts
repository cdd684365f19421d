export { fillRehearsal } from './fill-rehearsal.ts';
export { RehearsalResolver } from './rehearsal.resolver.ts';
export { RehearsalMutations } from './mutations.ts';
