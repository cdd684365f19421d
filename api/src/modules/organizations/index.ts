export { Region, RegionLevel } from './region.entity.ts';
export { Organization, OrganizationKind, OrganizationMember } from './organization.entity.ts';
export { isMember } from './membership.ts';
export { OrganizationResolver, RegionResolver, ViewerOrganizationsResolver } from './organization.resolver.ts';
export { registerOrganizations, type OrganizationInput } from './register-organizations.ts';
export { registerRegions, type RegionInput } from './register-regions.ts';
