export { Region, RegionLevel } from './region.entity.ts';
export { Organization, OrganizationKind, OrganizationMember } from './organization.entity.ts';
