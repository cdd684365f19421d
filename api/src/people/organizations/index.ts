export { Region, RegionLevel } from './regions/region.entity.ts';
export { Organization, OrganizationKind, OrganizationStatus } from './organization.entity.ts';
export { MemberRole, OrganizationMember } from './members/member.entity.ts';
export { Invitation } from './members/invitation.entity.ts';
export { RegionOrganizer } from './regions/region-organizer.entity.ts';
export { appointRegionOrganizer, appointRegionOrganizers } from './regions/appoint-region-organizers.ts';
export { canSeeOrganization, holdStatus } from './find-organization.ts';
export { assertManager, isMember, isOrWasMember, recentSince, roleOf } from './members/membership.ts';
export { InvitationResolver, MemberResolver } from './members/member.resolver.ts';
export { OrganizationMutations } from './mutations.ts';
export { OrganizationResolver, ViewerOrganizationsResolver } from './organization.resolver.ts';
export {
  RegisterOrganizationSuccess,
  type RefuseOrganizationInput,
  type RegisterOrganizationInput,
} from './organization.types.ts';
export { RegionResolver } from './regions/region.resolver.ts';
export { registerOrganization } from './verification/register-organization.ts';
export { registerOrganizations } from './verification/register-organizations.ts';
export { importRegions } from './regions/import-regions.ts';
export { registerRegions } from './regions/register-regions.ts';
export { refuseOrganization } from './verification/refuse-organization.ts';
export { OrganizationConnection, personOf } from './organization.queries.ts';
export { canVerify, regionsVerifiedBy } from './verification/verifier.ts';
export { verifyOrganization } from './verification/verify-organizations.ts';
export { putWaitingOrganizations } from './verification/put-waiting-organizations.ts';
