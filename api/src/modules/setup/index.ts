export { CompetitionSetUpResolver, ViewerHostsResolver } from './setup.resolver.ts';
