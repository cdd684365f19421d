import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { DateTimeScalar } from '../core/graphql/scalars.ts';
import * as activities from '../work/activities/index.ts';
import * as awards from '../competition/awards/index.ts';
import * as competitions from '../competition/competitions/index.ts';
import * as eligibility from '../competition/eligibility/index.ts';
import * as entries from '../competition/entries/index.ts';
import * as forms from '../work/forms/index.ts';
import * as identity from '../platform/identity/index.ts';
import * as integrity from '../scoring/integrity/index.ts';
import * as jobs from '../platform/jobs/index.ts';
import * as judging from '../scoring/judging/index.ts';
import * as messageWording from '../competition/message-wording/index.ts';
import * as nominations from '../competition/nominations/index.ts';
import * as organizations from '../people/organizations/index.ts';
import * as projects from '../work/projects/index.ts';
import * as rankings from '../scoring/rankings/index.ts';
import * as rehearsals from '../rehearsals/index.ts';
import * as setup from '../competition/setup/index.ts';
import * as teams from '../people/teams/index.ts';
import * as transfers from '../competition/transfers/index.ts';
import * as uploads from '../work/uploads/index.ts';
import * as voting from '../scoring/voting/index.ts';

export type ResolverClass = new () => object;

/** Every resolver. A field whose resolver is missing here is not in the schema. */
export function makeSchema(extraResolvers: ResolverClass[] = []): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      identity.ViewerResolver,
      jobs.JobResolver,
      organizations.RegionResolver,
      organizations.OrganizationResolver,
      organizations.OrganizationMutations,
      organizations.MemberResolver,
      organizations.InvitationResolver,
      organizations.ViewerOrganizationsResolver,
      teams.TeamResolver,
      teams.VolunteerResolver,
      teams.OrganizationTeamsResolver,
      forms.FormResolver,
      forms.FormSectionResolver,
      projects.ProjectMutations,
      projects.ProjectResolver,
      projects.ProjectSectionsResolver,
      projects.ProjectRevisionResolver,
      projects.OrganizationProjectsResolver,
      uploads.UploadMutations,
      uploads.ProjectAttachmentsResolver,
      activities.ActivityResolver,
      activities.OrganizationActivitiesResolver,
      activities.TeamActivitiesResolver,
      activities.ProjectActivitiesResolver,
      competitions.CompetitionMutations,
      competitions.CompetitionResolver,
      ...competitions.competitionTexts,
      competitions.CompetitionFormResolver,
      competitions.QuestionResolver,
      competitions.CompetitionSubmissionRuleResolver,
      competitions.SubmissionRuleResolver,
      competitions.StageResolver,
      competitions.CriterionResolver,
      competitions.RubricResolver,
      competitions.ViewerCompetitionsResolver,
      transfers.TransferMutations,
      transfers.CompetitionTransfersResolver,
      transfers.EntryImportResolver,
      transfers.ImportProblemResolver,
      messageWording.MessageMutations,
      messageWording.CompetitionMessagesResolver,
      messageWording.MessageDeskResolver,
      messageWording.MessageResolver,
      awards.AwardMutations,
      awards.AwardTexts,
      awards.CompetitionAwardsResolver,
      setup.SetUpMutations,
      setup.CompetitionSetUpResolver,
      setup.ViewerHostsResolver,
      entries.EntryMutations,
      entries.EntryReferences,
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
      eligibility.EligibilityMutations,
      eligibility.EntryReviewResolver,
      eligibility.DecisionResolver,
      nominations.NominationMutations,
      nominations.SendingUnitReferences,
      nominations.SendingUnitResolver,
      nominations.NominationResolver,
      nominations.NominationListResolver,
      nominations.EntryWayUpResolver,
      nominations.CompetitionUnitsResolver,
      nominations.ViewerUnitsResolver,
      voting.VoteMutations,
      voting.VoteResolver,
      voting.CastVoteSuccessResolver,
      voting.CastBallotSuccessResolver,
      voting.RetractVoteSuccessResolver,
      voting.RetractBallotSuccessResolver,
      voting.EntryVotingResolver,
      voting.CompetitionVotingResolver,
      integrity.IntegrityMutations,
      integrity.CompetitionIntegrityResolver,
      integrity.VoteDeskResolver,
      integrity.VoteCaseResolver,
      integrity.VoteCaseReferences,
      integrity.CaseDecisionResolver,
      integrity.VoteHoldResolver,
      judging.JudgingMutations,
      judging.AssignmentResolver,
      judging.AssignmentReferences,
      judging.MarkReferences,
      judging.JudgeResolver,
      judging.ViewerSeatsResolver,
      judging.CompetitionSeatResolver,
      judging.PanelResolver,
      judging.PanelReferences,
      judging.CompetitionPanelsResolver,
      judging.StageAnchorsResolver,
      judging.ConflictReferences,
      judging.ReopeningResolver,
      judging.ReopeningReferences,
      rankings.RankingMutations,
      rankings.CompetitionRankingResolver,
      rankings.ExplainResolver,
      rankings.DeskResolver,
      rankings.StandingResolver,
      rankings.StandingReferences,
      rankings.EntryStandingResolver,
      rehearsals.RehearsalMutations,
      rehearsals.RehearsalResolver,
      ...extraResolvers,
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
  });
}
