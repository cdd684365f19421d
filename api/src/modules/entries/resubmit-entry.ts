import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { isId, notFound } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { Category, Competition, holdStage, StageKind } from '../competitions/index.ts';
import { MessageKind } from '../messages/index.ts';
import { holdStatus, OrganizationStatus } from '../organizations/index.ts';
import { assertMember, Project } from '../projects/index.ts';
import { freezeAttachments } from './attachments/freeze-attachments.ts';
import type { EntryContent } from './content.ts';
import { Entry, EntryStatus } from './entry.entity.ts';
import { isOpenToRevision } from './entry.policy.ts';
import {
  EntryNotEditableError,
  IncompleteProjectError,
  OrganizationRefusedError,
  ResubmitEntrySuccess,
  type ResubmitEntryInput,
  type SubmissionsClosedError,
} from './entry.types.ts';
import { contentOf, copyProject, searchTextOf } from './frozen-copy.ts';
import { keepHandIn } from './hand-in.ts';
import { correctionClosed, submissionsClosed } from './submissions-closed.ts';
import { tellOfEntry } from './tell-of-entry.ts';

type Outcome =
  | ResubmitEntrySuccess
  | EntryNotEditableError
  | SubmissionsClosedError
  | OrganizationRefusedError
  | IncompleteProjectError;

/**
 * Hands an entry in anew: the project is copied as it stands now, under the same number and as the next revision. What was
 * handed in before is kept. The order of locks is that of submitEntry: project, then entry. Doing it twice without a
 * change in between does it once. One that was returned is handed in until its correction is due, that instant included,
 * whether submissions are open or not; its reviewers start anew.
 */
export async function resubmitEntry(context: Context, { entryId }: ResubmitEntryInput): Promise<Outcome> {
  if (!isId(entryId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const found = await em.findOne(Entry, { id: entryId });
    if (!found) throw notFound(context);
    await assertMember(inside, found.organization.id);
    const project = await em.findOneOrFail(Project, { id: found.project.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const entry = await em.refresh(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) throw notFound(context);
    if (!isOpenToRevision(entry)) {
      return make(EntryNotEditableError, {
        message: message(context.locale, 'entry.notEditable'),
        status: entry.status,
      });
    }
    const competition = await em.findOneOrFail(Competition, { id: entry.competition.id });
    const stage = await holdStage(em, competition.id, StageKind.SUBMISSION);
    const isReturned = entry.status === EntryStatus.RETURNED;
    const closed = isReturned
      ? correctionClosed(context, competition, entry)
      : submissionsClosed(context, competition, stage);
    if (closed) return closed;
    if ((await holdStatus(em, entry.organization.id)) === OrganizationStatus.REFUSED) {
      return make(OrganizationRefusedError, { message: message(context.locale, 'entry.organizationRefused') });
    }
    const category = await em.findOneOrFail(Category, { id: entry.category.id });
    const copy = await copyProject(inside, em, project, competition, category);
    const { missing } = copy;
    if (missing.length > 0) {
      return make(IncompleteProjectError, { message: message(context.locale, 'entry.incomplete'), missing });
    }
    const form = await competition.form.loadOrFail();
    const content = contentOf(copy, {
      competition,
      category,
      form: form.key,
      number: entry.number,
      revision: entry.revision + 1,
    });
    if (!isReturned && (await isHandedIn(em, entry, content))) return make(ResubmitEntrySuccess, { entry });
    em.assign(entry, {
      ...copy.values,
      revision: content.revision,
      submittedAt: context.clock.now(),
      status: EntryStatus.SUBMITTED,
      settledAs: null,
      correctionUntil: null,
      searchText: searchTextOf(entry.number, copy),
    });
    const { sha256 } = keepHandIn(context, em, entry, content);
    const { revision } = content;
    await em.flush();
    await freezeAttachments(em, { entryId: entry.id, revision }, copy.attachments);
    await tellOfEntry(context, em, { entry, kind: MessageKind.ENTRY_SUBMITTED });
    recordAct(context, em, 'resubmitEntry', { type: 'Entry', id: entry.id }, { revision, sha256 });
    return make(ResubmitEntrySuccess, { entry });
  });
}

/** Whether the revision before says the same. */
async function isHandedIn(em: EntityManager, entry: Entry, content: EntryContent): Promise<boolean> {
  const [row] = await em.execute<{ same: boolean }[]>(
    `select content - 'revision' = ?::jsonb - 'revision' as same from entry_revisions where entry_id = ? and revision = ?`,
    [JSON.stringify(content), entry.id, entry.revision],
  );
  return row?.same ?? false;
}
