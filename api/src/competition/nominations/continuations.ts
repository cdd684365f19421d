import { rowBy } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { isOrganizer } from '../competitions/index.ts';
import { canSeeEntry, type Entry } from '../entries/index.ts';
import { ProjectContinuation } from './continuation.entity.ts';
import { Continuation } from './nomination.types.ts';
import { actsOnWay } from './on-way.ts';

/** Organizers and those who act for a unit on the entry's way may mark a continuation and read it. */
export const mayMark = async (context: Context, entry: Entry): Promise<boolean> =>
  context.isOperator || (await isOrganizer(context, entry.competition.id)) || (await actsOnWay(context, entry));

const markOf = rowBy(ProjectContinuation, 'project', { populate: ['earlierEntry', 'markedBy'], strategy: 'joined' });

export async function continuationOf(context: Context, entry: Entry): Promise<Continuation | null> {
  if (!(await mayMark(context, entry))) return null;
  const found = await markOf(context, entry.project.id);
  if (!found) return null;
  const earlier = (await found.earlierEntry?.loadOrFail()) ?? null;
  return make(Continuation, {
    earlier: earlier && (await canSeeEntry(context, earlier)) ? earlier : null,
    markedAt: found.markedAt,
    markedByName: (await found.markedBy?.loadOrFail())?.name ?? null,
  });
}
