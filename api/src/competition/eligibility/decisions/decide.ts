import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { isOrWasMember, Organization, OrganizationStatus } from '../../../people/organizations/index.ts';
import type { Competition } from '../../competitions/index.ts';
import { EntryNotEditableError, EntryStatus, OrganizationNotVerifiedError, type Entry } from '../../entries/index.ts';
import { Decision, ReviewVerdict, type MarkedField } from '../decision.entity.ts';
import { AlreadyReviewedError, NotDisputedError, NotNominatedError, OwnEntryError } from '../eligibility.types.ts';
import { standingDecisions } from '../eligibility.queries.ts';
import type { ReviewRule } from '../review-rule.ts';
import { applyVerdicts, type Applied } from './apply-verdicts.ts';
import { consensusOf } from './consensus.ts';
import { correctionTimes } from './correction-time.ts';

export interface Ruling {
  verdict: ReviewVerdict;
  reason: string | null;
  fields: MarkedField[];
  correctionUntil: Date | null;
  isSettling: boolean;
}

export type Refusal =
  | EntryNotEditableError
  | AlreadyReviewedError
  | OwnEntryError
  | NotDisputedError
  | NotNominatedError
  | OrganizationNotVerifiedError;

/**
 * One reviewer's verdict on entries whose rows the caller holds, in a few statements whatever their number. Returns why the
 * others were not decided on.
 */
export async function decide(
  context: Context,
  inside: Context,
  em: EntityManager,
  competition: Competition,
  rule: ReviewRule,
  entries: readonly Entry[],
  ruling: Ruling,
): Promise<Map<string, Refusal>> {
  const refusals = new Map<string, Refusal>();
  const organizations = await holdOrganizations(em, entries);
  const own = new Set<string>();
  for (const id of await Promise.all(
    [...organizations.keys()].map(async (one) => ((await isOrWasMember(inside, one)) ? one : null)),
  )) {
    if (id) own.add(id);
  }
  const standing = await standingDecisions(em, entries);
  const coming = await stillComing(em, entries);
  const until = await correctionTimes(em, competition, entries, ruling);
  const applied: Applied[] = [];
  for (const entry of entries) {
    const correctionUntil = until.get(entry.organization.id) ?? ruling.correctionUntil;
    const words = standing.get(entry.id) ?? [];
    const organization = organizations.get(entry.organization.id);
    const refusal =
      (own.has(entry.organization.id) && ownEntry(context)) ||
      (coming.has(entry.id) && notNominated(context)) ||
      refusalOf(context, entry, words, ruling, rule) ||
      (ruling.verdict === ReviewVerdict.ACCEPT && organization && unverified(context, organization));
    if (refusal) {
      refusals.set(entry.id, refusal);
      continue;
    }
    const decision = em.create(Decision, {
      ...ruling,
      correctionUntil,
      entry,
      revision: entry.revision,
      reviewer: context.viewer?.id ?? null,
      decidedAt: context.clock.now(),
    });
    const { verdict, reason } = ruling;
    recordAct(
      context,
      em,
      'decideEntry',
      { type: 'Entry', id: entry.id },
      { verdict, reason, revision: entry.revision, decisionId: decision.id },
    );
    if (verdict === ReviewVerdict.RETURN) {
      applied.push({ entry, verdict, reason: reason ?? '', until: correctionUntil ?? context.clock.now() });
      continue;
    }
    const { settled } = consensusOf([...words, decision], rule.reviewersNeeded);
    if (!settled) continue;
    entry.settledAs = settled;
    if (rule.holdsDecisions) continue;
    applied.push({ entry, verdict: settled, reason: reason ?? '' });
  }
  // PostgreSQL checks a status against the decisions behind it.
  await em.flush();
  await applyVerdicts(context, em, competition, applied);
  return refusals;
}

/** By id, locked so that their statuses do not change before the transaction ends. */
export async function holdOrganizations(
  em: EntityManager,
  entries: readonly Entry[],
): Promise<Map<string, Organization>> {
  const ids = [...new Set(entries.map(({ organization }) => organization.id))];
  await em.execute('select id from organizations where id = any(?::uuid[]) order by id for share', [
    `{${ids.join(',')}}`,
  ]);
  const found = await em.find(Organization, { id: { $in: ids } }, { refresh: true });
  return new Map(found.map((organization) => [organization.id, organization]));
}

/** The entries that sending units have still to hand up. */
async function stillComing(em: EntityManager, entries: readonly Entry[]): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    'select id from unnest(?::uuid[]) as e(id) where awaits_nomination(e.id)',
    [`{${entries.map(({ id }) => id).join(',')}}`],
  );
  return new Set(rows.map(({ id }) => id));
}

const notNominated = ({ locale }: Context): NotNominatedError =>
  userError({ locale }, NotNominatedError, 'nomination.missing');

export const ownEntry = ({ locale }: Context): OwnEntryError => userError({ locale }, OwnEntryError, 'review.ownEntry');

export const notEditable = ({ locale }: Context, { status, settledAs }: Entry): EntryNotEditableError =>
  userError(
    { locale },
    EntryNotEditableError,
    settledAs && status === EntryStatus.SUBMITTED ? 'review.settled' : 'entry.notEditable',
    { status },
  );

const unverified = ({ locale }: Context, organization: Organization): OrganizationNotVerifiedError | null =>
  organization.status === OrganizationStatus.VERIFIED
    ? null
    : userError({ locale }, OrganizationNotVerifiedError, `entry.organization.${organization.status}`, {
        organization,
      });

function refusalOf(
  context: Context,
  entry: Entry,
  words: readonly Decision[],
  { verdict, isSettling }: Ruling,
  { reviewersNeeded }: ReviewRule,
): Refusal | null {
  // A returned entry can be rejected only after the time for its correction.
  const isLate =
    entry.status === EntryStatus.RETURNED &&
    Boolean(entry.correctionUntil && entry.correctionUntil < context.clock.now());
  const isOpen = entry.status === EntryStatus.SUBMITTED || (isLate && verdict === ReviewVerdict.REJECT);
  if (!isOpen || entry.settledAs) return notEditable(context, entry);
  if (isSettling) {
    const { awaitsSettling } = consensusOf(words, reviewersNeeded);
    const spoken = words.filter((word) => word.verdict !== ReviewVerdict.RETURN).length;
    return awaitsSettling ? null : userError(context, NotDisputedError, 'review.notDisputed', { spoken });
  }
  const said = words.find((word) => word.reviewer?.id === context.viewer?.id && word.verdict !== ReviewVerdict.RETURN);
  if (!said || verdict === ReviewVerdict.RETURN) return null;
  return userError(context, AlreadyReviewedError, 'review.alreadyDecided', { verdict: said.verdict });
}
