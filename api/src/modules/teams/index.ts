export { Team, Volunteer } from './team.entity.ts';
