export { Region, RegionLevel } from './region.entity.ts';
export { Organization, OrganizationKind, OrganizationStatus } from './organization.entity.ts';
export { MemberRole, OrganizationMember } from './member.entity.ts';
export { Invitation } from './invitation.entity.ts';
export { RegionOrganizer } from './region-organizer.entity.ts';
export { appointRegionOrganizer, appointRegionOrganizers } from './appoint-region-organizers.ts';
export { canSeeOrganization, holdStatus } from './find-organization.ts';
export { assertManager, isMember, isOrWasMember, recentSince, roleOf } from './membership.ts';
export { InvitationResolver, MemberResolver } from './member.resolver.ts';
export { OrganizationMutationsResolver } from './organization-mutations.resolver.ts';
export { OrganizationResolver, ViewerOrganizationsResolver } from './organization.resolver.ts';
export {
  RegisterOrganizationSuccess,
  type RefuseOrganizationInput,
  type RegisterOrganizationInput,
} from './organization.types.ts';
export { RegionResolver } from './region.resolver.ts';
export { registerOrganization } from './register-organization.ts';
export { registerOrganizations, type OrganizationInput } from './register-organizations.ts';
export { importRegions } from './import-regions.ts';
export { registerRegions, type RegionInput } from './register-regions.ts';
export { refuseOrganization } from './refuse-organization.ts';
export { OrganizationConnection, personOf } from './organization.queries.ts';
export { canVerify, regionsVerifiedBy } from './verifier.ts';
export { verifyOrganization } from './verify-organizations.ts';
export { putWaitingOrganizations } from './put-waiting-organizations.ts';
