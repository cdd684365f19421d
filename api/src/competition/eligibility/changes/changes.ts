import { selectRows } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { isOrganizer } from '../../competitions/index.ts';
import type { Entry, EntryContent } from '../../entries/index.ts';
import { ReviewVerdict } from '../decision.entity.ts';
import { allDecisions } from '../eligibility.queries.ts';
import { changedParts } from './changed-parts.ts';
import { RevisionChanges } from './changes.types.ts';

interface Pair {
  id: string;
  before: EntryContent;
  after: EntryContent;
  submitted_before: Date;
  submitted_at: Date;
}

/** What the present revision of an entry changed of the one before; of many entries in one statement. */
export async function changesOf(context: Context, entry: Entry): Promise<RevisionChanges | null> {
  if (entry.revision < 2 || !(await isOrganizer(context, entry.competition.id))) return null;
  const [pair] = await selectRows<Pair>(
    context,
    'entry.changes',
    entry.id,
    `select e.id, b.content as before, a.content as after, b.submitted_at as submitted_before, a.submitted_at
     from entries e join entry_revisions a on a.entry_id = e.id and a.revision = e.revision
     join entry_revisions b on b.entry_id = e.id and b.revision = e.revision - 1
     where e.id = any(?::uuid[])`,
  );
  if (!pair) return null;
  const returned = (await allDecisions(context, entry.id)).find(
    ({ verdict, revision, undoneAt }) =>
      verdict === ReviewVerdict.RETURN && revision === entry.revision - 1 && !undoneAt,
  );
  const marks = returned?.fields ?? [];
  return make(RevisionChanges, {
    revision: entry.revision,
    submittedAt: new Date(pair.submitted_at),
    submittedBefore: new Date(pair.submitted_before),
    reason: returned?.reason ?? null,
    hasMarks: marks.length > 0,
    parts: changedParts(pair.before, pair.after, marks, context.locale),
  });
}
