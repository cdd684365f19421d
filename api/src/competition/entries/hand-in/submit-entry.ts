import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { MessageKind } from '../../../platform/messages/index.ts';
import { holdStatus, OrganizationStatus } from '../../../people/organizations/index.ts';
import { assertMember, Project } from '../../../work/projects/index.ts';
import { canSeeCompetition, Category, Competition, findSubmissionRule } from '../../competitions/index.ts';
import { freezeAttachments } from '../attachments/freeze-attachments.ts';
import { Entry, EntryStatus } from '../entry.entity.ts';
import {
  AlreadyEnteredError,
  IncompleteProjectError,
  OrganizationRefusedError,
  type SubmissionsClosedError,
  SubmitEntrySuccess,
  TooManyEntriesError,
  WrongFormError,
  type SubmitEntryInput,
} from '../entry.types.ts';
import { holdTimes } from '../deadlines/submission-times.ts';
import { submissionsClosed, timingAt } from '../deadlines/submissions-closed.ts';
import { notifyOfEntry } from '../notify-of-entries.ts';
import { contentOf, copyProject, searchTextOf } from './frozen-copy.ts';
import { keepHandIn } from './hand-in.ts';

type Outcome =
  | SubmitEntrySuccess
  | SubmissionsClosedError
  | OrganizationRefusedError
  | WrongFormError
  | IncompleteProjectError
  | AlreadyEnteredError
  | TooManyEntriesError;

/**
 * Hands a project in: freezes a copy of it under the next number of the competition. The order of locks is project,
 * competition, stage, extension; numbers have no gaps because the counter is raised in the same transaction.
 *
 * The instant of arrival decides, because in the last second many wait for one lock.
 */
export async function submitEntry(context: Context, input: SubmitEntryInput): Promise<Outcome> {
  if (![input.projectId, input.competitionId, input.categoryId].every(isId)) throw notFound(context);
  const at = context.clock.now();
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
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
    const times = await holdTimes(em, competition, project.organization.id);
    const timing = timingAt(times, at);
    if (!timing) return submissionsClosed(context, competition, times, at);
    if ((await holdStatus(em, project.organization.id)) === OrganizationStatus.REFUSED) {
      return userError(context, OrganizationRefusedError, 'entry.organizationRefused');
    }
    const form = await competition.form.loadOrFail();
    if (form.id !== project.form.id) {
      const names = { form: form.name.in(context.locale) };
      return userError(context, WrongFormError, 'entry.wrongForm', { form }, names);
    }
    const copy = await copyProject(inside, em, project, competition, category);
    const { missing } = copy;
    if (missing.length > 0) return userError(context, IncompleteProjectError, 'entry.incomplete', { missing });
    const earlier = await em.findOne(Entry, {
      project,
      competition,
      status: { $in: [EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ACCEPTED] },
    });
    if (earlier) return userError(context, AlreadyEnteredError, 'entry.alreadyEntered', { entry: earlier });
    const limit = await limitReached(em, competition.id, project.organization.id);
    if (limit !== null) return userError(context, TooManyEntriesError, 'entry.tooMany', { limit }, { n: limit });
    competition.lastEntryNumber += 1;
    const number = competition.lastEntryNumber;
    const entry = em.create(Entry, {
      ...copy.values,
      competition,
      number,
      category,
      project,
      organization: copy.organization,
      revision: 1,
      status: EntryStatus.SUBMITTED,
      submittedAt: at,
      searchText: searchTextOf(number, copy),
    });
    const place = { competition, category, form: form.key, number, revision: 1 };
    const { sha256 } = keepHandIn(context, em, entry, contentOf(copy, place), timing);
    await em.flush();
    await freezeAttachments(em, { entryId: entry.id, revision: 1 }, copy.attachments);
    await notifyOfEntry(context, em, { entry, kind: MessageKind.ENTRY_SUBMITTED, sha256 });
    recordAct(
      context,
      em,
      'submitEntry',
      { type: 'Entry', id: entry.id },
      { projectVersion: project.version, sha256, timing },
    );
    return make(SubmitEntrySuccess, { entry });
  });
}

/** How many entries an organization may have, where it has as many; counted under the lock of the competition. */
async function limitReached(em: EntityManager, competitionId: string, organizationId: string): Promise<number | null> {
  const { entriesPerOrganization: limit } = await findSubmissionRule(em, competitionId);
  if (limit === null) return null;
  const status = { $nin: [EntryStatus.REJECTED, EntryStatus.WITHDRAWN] };
  const count = await em.count(Entry, { competition: competitionId, organization: organizationId, status });
  return count >= limit ? limit : null;
}
