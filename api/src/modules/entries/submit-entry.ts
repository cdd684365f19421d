import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { isId, notFound } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { canSeeCompetition, Category, Competition, holdStage, StageKind } from '../competitions/index.ts';
import { MessageKind } from '../messages/index.ts';
import { holdStatus, Organization, OrganizationStatus } from '../organizations/index.ts';
import { assertMember, missingFields, Project } from '../projects/index.ts';
import { Entry, EntryStatus } from './entry.entity.ts';
import {
  AlreadyEnteredError,
  IncompleteProjectError,
  OrganizationRefusedError,
  type SubmissionsClosedError,
  SubmitEntrySuccess,
  type SubmitEntryInput,
} from './entry.types.ts';
import { submissionsClosed } from './submissions-closed.ts';
import { tellOfEntry } from './tell-of-entry.ts';

/**
 * Hands a project in: freezes a copy of it under the next number of the competition. The order of locks is project,
 * competition, stage; numbers have no gaps because the counter is raised in the same transaction.
 */
export async function submitEntry(
  context: Context,
  input: SubmitEntryInput,
): Promise<
  SubmitEntrySuccess | SubmissionsClosedError | IncompleteProjectError | AlreadyEnteredError | OrganizationRefusedError
> {
  if (![input.projectId, input.competitionId, input.categoryId].every(isId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: input.projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const competition = await em.findOne(
      Competition,
      { id: input.competitionId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const category = await em.findOne(Category, { id: input.categoryId, competition: input.competitionId });
    if (!competition || !category || !(await canSeeCompetition(inside, competition))) throw notFound(context);
    const stage = await holdStage(em, competition.id, StageKind.SUBMISSION);
    const now = context.clock.now();
    const closed = submissionsClosed(context, competition, stage);
    if (closed) return closed;
    if ((await holdStatus(em, project.organization.id)) === OrganizationStatus.REFUSED) {
      return make(OrganizationRefusedError, { message: message(context.locale, 'entry.organizationRefused') });
    }
    const missing = missingFields(project);
    if (missing.length > 0) {
      return make(IncompleteProjectError, { message: message(context.locale, 'entry.incomplete'), missing });
    }
    const earlier = await em.findOne(Entry, {
      project,
      competition,
      status: { $in: [EntryStatus.SUBMITTED, EntryStatus.ACCEPTED] },
    });
    if (earlier) {
      return make(AlreadyEnteredError, { message: message(context.locale, 'entry.alreadyEntered'), entry: earlier });
    }
    const organization = await em.findOneOrFail(Organization, { id: project.organization.id });
    competition.lastEntryNumber += 1;
    const entry = em.create(Entry, {
      competition,
      number: competition.lastEntryNumber,
      category,
      project,
      organization,
      region: project.region,
      title: project.title,
      summary: project.summary,
      language: project.language,
      needs: project.needs,
      goals: project.goals,
      implementation: project.implementation,
      outcomes: project.outcomes,
      features: project.features,
      startedOn: project.startedOn ?? null,
      beneficiaries: project.beneficiaries ?? null,
      status: EntryStatus.SUBMITTED,
      submittedAt: now,
      searchText: searchTextOf(competition.lastEntryNumber, project, organization),
    });
    await tellOfEntry(context, em, entry, { kind: MessageKind.ENTRY_SUBMITTED });
    recordAct(context, em, 'submitEntry', { type: 'Entry', id: entry.id }, { projectVersion: project.version });
    return make(SubmitEntrySuccess, { entry });
  });
}

function searchTextOf(number: number, project: Project, organization: Organization): string {
  const texts = [project.title, project.summary, organization.name].flatMap(({ zh, en }) => [zh, en]);
  return [number, ...texts, project.beneficiaries].filter(Boolean).join('\n').toLowerCase();
}
