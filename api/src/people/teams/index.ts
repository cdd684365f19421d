export { Team, Volunteer } from './team.entity.ts';
export { registerTeams } from './register-teams.ts';
export { OrganizationTeamsResolver, TeamResolver, VolunteerResolver } from './team.resolver.ts';
