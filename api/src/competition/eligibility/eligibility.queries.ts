import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsBy } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { isMember, isOrWasMember } from '../../people/organizations/index.ts';
import { isOrganizer, submissionRuleOf } from '../competitions/index.ts';
import { EntryStatus, type Entry } from '../entries/index.ts';
import { consensusOf } from './decisions/consensus.ts';
import { Decision, ReviewVerdict } from './decision.entity.ts';
import { Correction, EntryReview, ReviewState } from './eligibility.types.ts';

/** What stands on the present revisions of entries, by entry, the oldest first. */
export async function standingDecisions(
  em: EntityManager,
  entries: readonly Entry[],
): Promise<Map<string, Decision[]>> {
  if (entries.length === 0) return new Map();
  const revisions = new Map(entries.map(({ id, revision }) => [id, revision]));
  const found = await em.find(
    Decision,
    { entry: { $in: [...revisions.keys()] }, undoneAt: null },
    { orderBy: { decidedAt: 'asc', id: 'asc' }, refresh: true },
  );
  return Map.groupBy(
    found.filter(({ entry, revision }) => revisions.get(entry.id) === revision),
    ({ entry }) => entry.id,
  );
}

/** Everything that was ever decided on an entry, the latest first; of many entries in one statement. */
export const allDecisions = rowsBy(Decision, 'entry', { orderBy: { decidedAt: 'desc', id: 'desc' } });

export const decisionsOf = async (context: Context, entry: Entry): Promise<Decision[]> =>
  (await isOrganizer(context, entry.competition.id)) ? await allDecisions(context, entry.id) : [];

export async function reviewOf(context: Context, entry: Entry): Promise<EntryReview | null> {
  if (!(await isOrganizer(context, entry.competition.id))) return null;
  const { reviewersNeeded: needed } = await submissionRuleOf(context, entry.competition.id);
  const words = (await allDecisions(context, entry.id))
    .filter(({ revision, undoneAt }) => revision === entry.revision && !undoneAt)
    .toReversed();
  const { isSplit, awaitsSettling } = consensusOf(words, needed);
  const spoken = words.filter(({ verdict, isSettling }) => verdict !== ReviewVerdict.RETURN && !isSettling);
  const { settledAs } = entry;
  return make(EntryReview, {
    state: settledAs ? ReviewState.SETTLED : isSplit ? ReviewState.SPLIT : ReviewState.OPEN,
    verdict: settledAs ? ReviewVerdict[settledAs] : null,
    isHeld: Boolean(settledAs) && (entry.status === EntryStatus.SUBMITTED || entry.status === EntryStatus.RETURNED),
    spoken: spoken.length,
    needed,
    awaitsSettling: !settledAs && awaitsSettling,
    viewerVerdict: spoken.find(({ reviewer }) => reviewer?.id === context.viewer?.id)?.verdict ?? null,
    isViewersOwn: await isOrWasMember(context, entry.organization.id),
  });
}

/** What is to be corrected, while it is; for members of its organization and for organizers. */
export async function correctionOf(context: Context, entry: Entry): Promise<Correction | null> {
  const { correctionUntil, revision } = entry;
  if (entry.status !== EntryStatus.RETURNED || !correctionUntil) return null;
  const mayKnow =
    (await isMember(context, entry.organization.id)) || (await isOrganizer(context, entry.competition.id));
  if (!mayKnow) return null;
  const asked = (await allDecisions(context, entry.id)).find(
    (one) => one.verdict === ReviewVerdict.RETURN && one.revision === revision && !one.undoneAt,
  );
  return make(Correction, {
    reason: asked?.reason ?? '',
    fields: asked?.fields ?? [],
    until: correctionUntil,
    isOver: correctionUntil < context.clock.now(),
  });
}
