import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { OrganizationStatus } from '../../../people/organizations/index.ts';
import { Competition, assertOrganizer } from '../../competitions/index.ts';
import { Entry, EntryStatus } from '../../entries/index.ts';
import { ReviewVerdict } from '../decision.entity.ts';
import { NothingToPublishError, PublishDecisionsSuccess, type PublishDecisionsInput } from '../eligibility.types.ts';
import { standingDecisions } from '../eligibility.queries.ts';
import { applyVerdicts } from './apply-verdicts.ts';
import { holdOrganizations } from './decide.ts';

/** Puts all settled decisions of a competition into effect at once and notifies the organizations. Organizers only. */
export async function publishDecisions(
  context: Context,
  { competitionId }: PublishDecisionsInput,
): Promise<PublishDecisionsSuccess | NothingToPublishError> {
  assertSignedIn(context);
  if (!isId(competitionId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const competition = await em.findOne(Competition, { id: competitionId });
    if (!competition) throw notFound(context);
    await assertOrganizer(inside, competition.id);
    const settled = await em.find(
      Entry,
      { competition, settledAs: { $ne: null }, status: { $in: [EntryStatus.SUBMITTED, EntryStatus.RETURNED] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    if (settled.length === 0) return userError(context, NothingToPublishError, 'review.nothingToPublish');
    const organizations = await holdOrganizations(em, settled);
    const ready = settled.filter(
      ({ settledAs, organization }) =>
        settledAs === 'REJECT' || organizations.get(organization.id)?.status === OrganizationStatus.VERIFIED,
    );
    const standing = await standingDecisions(em, ready);
    const applied = ready.map((entry) => {
      const verdict = entry.settledAs === 'ACCEPT' ? ReviewVerdict.ACCEPT : ReviewVerdict.REJECT;
      const words = (standing.get(entry.id) ?? []).filter((word) => word.verdict === verdict);
      // The reason of the settling verdict, or else of the latest one.
      const reason = (words.find(({ isSettling }) => isSettling) ?? words.at(-1))?.reason ?? '';
      return { entry, verdict, reason } as const;
    });
    await applyVerdicts(context, em, competition, applied);
    for (const { entry, verdict } of applied) {
      recordAct(context, em, 'publishDecisions', { type: 'Entry', id: entry.id }, { verdict });
    }
    return make(PublishDecisionsSuccess, { published: applied.length, unverified: settled.length - ready.length });
  });
}
