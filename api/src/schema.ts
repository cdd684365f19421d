import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { DateTimeScalar } from './graphql/scalars.ts';
import * as activities from './modules/activities/index.ts';
import * as awards from './modules/awards/index.ts';
import * as competitions from './modules/competitions/index.ts';
import * as eligibility from './modules/eligibility/index.ts';
import * as entries from './modules/entries/index.ts';
import * as forms from './modules/forms/index.ts';
import * as identity from './modules/identity/index.ts';
import * as integrity from './modules/integrity/index.ts';
import * as jobs from './modules/jobs/index.ts';
import * as judging from './modules/judging/index.ts';
import * as messageDesk from './modules/message-desk/index.ts';
import * as nominations from './modules/nominations/index.ts';
import * as organizations from './modules/organizations/index.ts';
import * as projects from './modules/projects/index.ts';
import * as rankings from './modules/rankings/index.ts';
import * as rehearsals from './modules/rehearsals/index.ts';
import * as setup from './modules/setup/index.ts';
import * as teams from './modules/teams/index.ts';
import * as transfers from './modules/transfers/index.ts';
import * as uploads from './modules/uploads/index.ts';
import * as voting from './modules/voting/index.ts';

export type ResolverClass = new () => object;

/** The API's table of contents: whoever is not named here answers nothing. */
export function makeSchema(extraResolvers: ResolverClass[] = []): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      identity.ViewerResolver,
      jobs.JobResolver,
      organizations.RegionResolver,
      organizations.OrganizationResolver,
      organizations.OrganizationMutationsResolver,
      organizations.MemberResolver,
      organizations.InvitationResolver,
      organizations.ViewerOrganizationsResolver,
      teams.TeamResolver,
      teams.VolunteerResolver,
      teams.OrganizationTeamsResolver,
      forms.FormResolver,
      forms.FormSectionResolver,
      projects.ProjectResolver,
      projects.ProjectSectionsResolver,
      projects.ProjectRevisionResolver,
      projects.OrganizationProjectsResolver,
      uploads.UploadResolver,
      uploads.ProjectAttachmentsResolver,
      activities.ActivityResolver,
      activities.OrganizationActivitiesResolver,
      activities.TeamActivitiesResolver,
      activities.ProjectActivitiesResolver,
      competitions.CompetitionResolver,
      competitions.CompetitionFormResolver,
      competitions.QuestionResolver,
      competitions.CompetitionSubmissionRuleResolver,
      competitions.SubmissionRuleResolver,
      competitions.StageResolver,
      competitions.CategoryResolver,
      competitions.CriterionResolver,
      competitions.RubricResolver,
      competitions.ViewerCompetitionsResolver,
      transfers.CompetitionTransfersResolver,
      transfers.EntryImportResolver,
      transfers.ImportProblemResolver,
      messageDesk.CompetitionMessagesResolver,
      messageDesk.MessageDeskResolver,
      messageDesk.MessageResolver,
      awards.AwardResolver,
      awards.CompetitionAwardsResolver,
      setup.CompetitionSetUpResolver,
      setup.ViewerHostsResolver,
      entries.EntryResolver,
      entries.EntryTextResolver,
      entries.EntryContentResolver,
      entries.ProjectDraftsResolver,
      entries.EntryDraftResolver,
      entries.EntryAttachmentsResolver,
      entries.CompetitionExtensionsResolver,
      entries.EntryWindowResolver,
      entries.ExtensionResolver,
      entries.EntryReceiptsResolver,
      entries.CompetitionEntriesResolver,
      entries.CategoryEntriesResolver,
      entries.OrganizationEntriesResolver,
      entries.ProjectEntriesResolver,
      eligibility.EntryReviewResolver,
      eligibility.DecisionResolver,
      nominations.SendingUnitResolver,
      nominations.NominationResolver,
      nominations.NominationListResolver,
      nominations.EntryWayUpResolver,
      nominations.CompetitionUnitsResolver,
      nominations.ViewerUnitsResolver,
      voting.VoteResolver,
      voting.CastVoteSuccessResolver,
      voting.CastBallotSuccessResolver,
      voting.RetractVoteSuccessResolver,
      voting.RetractBallotSuccessResolver,
      voting.EntryVotingResolver,
      voting.CompetitionVotingResolver,
      integrity.CompetitionIntegrityResolver,
      integrity.VoteDeskResolver,
      integrity.VoteCaseResolver,
      integrity.CaseDecisionResolver,
      integrity.VoteHoldResolver,
      judging.AssignmentResolver,
      judging.MarkResolver,
      judging.JudgeResolver,
      judging.ViewerSeatsResolver,
      judging.CompetitionSeatResolver,
      judging.PanelResolver,
      judging.SeatResolver,
      judging.CompetitionPanelsResolver,
      judging.StageAnchorsResolver,
      judging.ConflictResolver,
      judging.ReopeningResolver,
      rankings.CompetitionRankingResolver,
      rankings.ExplainResolver,
      rankings.DeskResolver,
      rankings.StandingResolver,
      rankings.EntryStandingResolver,
      rehearsals.RehearsalResolver,
      ...extraResolvers,
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
  });
}
