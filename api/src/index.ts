/** The door of the api for programs that load data: contexts to act in, and the use cases themselves. */
export { fixedClock, type Clock } from './core/clock.ts';
export { makeContext, type Context, type Viewer } from './core/context.ts';
export { countIds } from './core/graphql/node.ts';
export { openOrm } from './database/mikro-orm.config.ts';
export { readSettings, withSecret } from './server/env.ts';
export { HourEvidence, recordActivities } from './work/activities/index.ts';
export { AwardTier, offerAwards } from './competition/awards/index.ts';
export {
  createCompetition,
  ScoringMethod,
  StageKind,
  type CompetitionInput,
} from './competition/competitions/index.ts';
export { decideEntries, DecideEntriesSuccess, ReviewVerdict } from './competition/eligibility/index.ts';
export { submitEntry, SubmitEntrySuccess } from './competition/entries/index.ts';
export {
  nominateEntry,
  NominateEntrySuccess,
  setSendingUnits,
  SetSendingUnitsSuccess,
  submitNominations,
  SubmitNominationsSuccess,
} from './competition/nominations/index.ts';
export { registerPeople } from './platform/identity/index.ts';
export { assignEntries, AssignEntriesSuccess, importSheets, seatJudges } from './scoring/judging/index.ts';
export {
  appointRegionOrganizers,
  OrganizationKind,
  RegionLevel,
  registerOrganization,
  RegisterOrganizationSuccess,
  registerOrganizations,
  registerRegions,
} from './people/organizations/index.ts';
export { createProject, CreateProjectSuccess, Language, writeProjects } from './work/projects/index.ts';
export {
  publishResults,
  PublishResultsSuccess,
  shortlistEntries,
  ShortlistEntriesSuccess,
} from './scoring/rankings/index.ts';
export { registerTeams } from './people/teams/index.ts';
export { importBallots } from './scoring/voting/index.ts';
