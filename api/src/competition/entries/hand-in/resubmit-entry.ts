import { isDeepStrictEqual } from 'node:util';
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
import { Category, Competition } from '../../competitions/index.ts';
import { freezeAttachments } from '../attachments/freeze-attachments.ts';
import type { EntryContent } from '../content.ts';
import { Entry, EntryStatus } from '../entry.entity.ts';
import { isOpenToRevision } from '../entry.policy.ts';
import {
  EntryNotEditableError,
  IncompleteProjectError,
  OrganizationRefusedError,
  ResubmitEntrySuccess,
  type ResubmitEntryInput,
  type SubmissionsClosedError,
} from '../entry.types.ts';
import { EntryRevision, HandInTiming } from '../revision.entity.ts';
import { holdTimes } from '../deadlines/submission-times.ts';
import { stateAt, WindowState } from '../deadlines/submission-window.ts';
import { correctionClosed, correctionTimingAt, submissionsClosed, timingAt } from '../deadlines/submissions-closed.ts';
import { notifyOfEntry } from '../notify-of-entries.ts';
import { contentOf, copyProject, searchTextOf } from './frozen-copy.ts';
import { keepHandIn } from './hand-in.ts';

type Outcome =
  | ResubmitEntrySuccess
  | EntryNotEditableError
  | SubmissionsClosedError
  | OrganizationRefusedError
  | IncompleteProjectError;

/**
 * Hands an entry in again: copies the project as it stands now into the next revision, under the same number. Without a
 * change it does nothing. Lock order as in submitEntry: project, then entry. A returned entry is taken until its
 * correction is due, that instant included, whether submissions are open or not; its reviewers start anew.
 */
export async function resubmitEntry(context: Context, { entryId }: ResubmitEntryInput): Promise<Outcome> {
  if (!isId(entryId)) throw notFound(context);
  const at = context.clock.now();
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const found = await em.findOne(Entry, { id: entryId });
    if (!found) throw notFound(context);
    await assertMember(inside, found.organization.id);
    const project = await em.findOneOrFail(Project, { id: found.project.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const entry = await em.refresh(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) throw notFound(context);
    if (!isOpenToRevision(entry)) {
      return userError(context, EntryNotEditableError, 'entry.notEditable', { status: entry.status });
    }
    const competition = await em.findOneOrFail(Competition, { id: entry.competition.id });
    const times = await holdTimes(em, competition, entry.organization.id);
    const isReturned = entry.status === EntryStatus.RETURNED;
    const whole = isReturned ? correctionTimingAt(entry, at) : timingAt(times, at);
    const isForFiles = !isReturned && times !== null && stateAt(times, at) === WindowState.FILES_ONLY;
    const closed = () =>
      isReturned ? correctionClosed(context, competition, entry) : submissionsClosed(context, competition, times, at);
    if (!whole && !isForFiles) return closed();
    if ((await holdStatus(em, entry.organization.id)) === OrganizationStatus.REFUSED) {
      return userError(context, OrganizationRefusedError, 'entry.organizationRefused');
    }
    const category = await em.findOneOrFail(Category, { id: entry.category.id });
    const copy = await copyProject(inside, em, project, competition, category);
    const { missing } = copy;
    if (whole && missing.length > 0) return userError(context, IncompleteProjectError, 'entry.incomplete', { missing });
    if (copy.values.region.id !== entry.region.id && (await isHandedUp(em, entry.id))) {
      const { status } = entry;
      return userError(context, EntryNotEditableError, 'entry.regionStands', { status });
    }
    const form = await competition.form.loadOrFail();
    const content = contentOf(copy, {
      competition,
      category,
      form: form.key,
      number: entry.number,
      revision: entry.revision + 1,
    });
    const kept = await em.findOne(EntryRevision, { entry, revision: entry.revision });
    if (whole && !isReturned && kept && isSame(kept.content, content)) return make(ResubmitEntrySuccess, { entry });
    const added = whole ? content : kept && withFiles(kept.content, content);
    if (!added) return closed();
    const timing = whole ?? HandInTiming.FILES_LATER;
    const changed = whole ? { ...copy.values, searchText: searchTextOf(entry.number, copy) } : {};
    em.assign(entry, {
      ...changed,
      revision: content.revision,
      submittedAt: at,
      status: EntryStatus.SUBMITTED,
      settledAs: null,
      correctionUntil: null,
    });
    const { sha256 } = keepHandIn(context, em, entry, added, timing);
    const { revision } = content;
    await em.flush();
    await freezeAttachments(em, { entryId: entry.id, revision }, copy.attachments);
    await notifyOfEntry(context, em, { entry, kind: MessageKind.ENTRY_SUBMITTED, sha256 });
    recordAct(context, em, 'resubmitEntry', { type: 'Entry', id: entry.id }, { revision, sha256, timing });
    return make(ResubmitEntrySuccess, { entry });
  });
}

/** Whether a sending unit has handed it up: its way is that of its region. */
async function isHandedUp(em: EntityManager, entryId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    'select 1 from nominations where entry_id = ? and removed_at is null and has_handed_up(unit_id) limit 1',
    [entryId],
  );
  return rows.length > 0;
}

/** Whether two contents say the same under different numbers of revision. */
const isSame = (before: EntryContent, after: EntryContent): boolean =>
  isDeepStrictEqual({ ...plain(before), revision: 0 }, { ...plain(after), revision: 0 });

/** As PostgreSQL keeps it: what is undefined is not there. */
const plain = (content: EntryContent) => JSON.parse(JSON.stringify(content)) as EntryContent;

/** What was handed in, with the files that came since; null where there is no new one, or one of before is missing. */
export function withFiles(before: EntryContent, now: EntryContent): EntryContent | null {
  const [had, has] = [before.attachments ?? [], now.attachments ?? []];
  const isKept = had.every((file) => has.some((one) => isDeepStrictEqual(one, file)));
  return isKept && has.length > had.length ? { ...before, revision: now.revision, attachments: has } : null;
}
