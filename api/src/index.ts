/** The door of the api for programs that load data: contexts to act in, and the use cases themselves. */
export { fixedClock, systemClock, type Clock } from './clock.ts';
export { makeContext, type Context, type Viewer } from './context.ts';
export { countIds } from './graphql/node.ts';
export { openOrm } from './database/mikro-orm.config.ts';
export { readSettings, withSecret } from './env.ts';
export { HourEvidence, recordActivities, type ActivityInput } from './modules/activities/index.ts';
export { AwardTier, offerAwards } from './modules/awards/index.ts';
export {
  createCompetition,
  ScoringMethod,
  StageKind,
  type Competition,
  type CompetitionInput,
} from './modules/competitions/index.ts';
export { decideEntries, DecideEntriesSuccess, ReviewVerdict } from './modules/eligibility/index.ts';
export { submitEntry, SubmitEntrySuccess } from './modules/entries/index.ts';
export {
  nominateEntry,
  NominateEntrySuccess,
  setSendingUnits,
  SetSendingUnitsSuccess,
  submitNominations,
  SubmitNominationsSuccess,
} from './modules/nominations/index.ts';
export { registerPeople } from './modules/identity/index.ts';
export {
  assignEntries,
  AssignEntriesSuccess,
  importSheets,
  seatJudges,
  type PanelInput,
} from './modules/judging/index.ts';
export {
  appointRegionOrganizers,
  OrganizationKind,
  RegionLevel,
  registerOrganization,
  RegisterOrganizationSuccess,
  registerOrganizations,
  registerRegions,
  type OrganizationInput,
  type RegionInput,
} from './modules/organizations/index.ts';
export {
  createProject,
  CreateProjectSuccess,
  Language,
  writeProjects,
  type WholeProject,
} from './modules/projects/index.ts';
export {
  publishResults,
  PublishResultsSuccess,
  shortlistEntries,
  ShortlistEntriesSuccess,
} from './modules/rankings/index.ts';
export { registerTeams, type TeamInput } from './modules/teams/index.ts';
export { importBallots } from './modules/voting/index.ts';
