import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { MessageKind } from '../../../platform/messages/index.ts';
import { isOrWasMember } from '../../../people/organizations/index.ts';
import {
  Competition,
  judgingKinds,
  reviseVoting,
  Stage,
  StageKind,
  assertOrganizer,
} from '../../competitions/index.ts';
import { EntryStatus, holdEntry, notifyOfEntries, type EntryNotEditableError } from '../../entries/index.ts';
import { Decision, ReviewVerdict } from '../decision.entity.ts';
import {
  DecisionStandsError,
  UndoDecisionSuccess,
  type OwnEntryError,
  type UndoDecisionInput,
} from '../eligibility.types.ts';
import { standingDecisions } from '../eligibility.queries.ts';
import { reviewRuleOf } from '../review-rule.ts';
import { consensusOf } from './consensus.ts';
import { notEditable, ownEntry } from './decide.ts';

/**
 * Undoes a decision and its effects; it stays in the history. Any organizer may, until voting or judging opens. The
 * organization is notified again where its entry changes.
 */
export async function undoDecision(
  context: Context,
  { decisionId }: UndoDecisionInput,
): Promise<UndoDecisionSuccess | EntryNotEditableError | OwnEntryError | DecisionStandsError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const decision = isId(decisionId) ? await em.findOne(Decision, { id: decisionId }) : null;
    if (!decision || !context.viewer) throw notFound(context);
    const entry = await holdEntry(inside, em, decision.entry.id, ({ competition }) =>
      assertOrganizer(inside, competition.id),
    );
    await em.refresh(decision);
    if (await isOrWasMember(inside, entry.organization.id)) return ownEntry(context);
    if (decision.undoneAt || decision.revision !== entry.revision || entry.status === EntryStatus.WITHDRAWN) {
      return notEditable(context, entry);
    }
    const competition = await em.findOneOrFail(Competition, { id: entry.competition.id });
    const opened = await openedStage(context, em, competition);
    if (opened) {
      const openedAt = opened.opensAt;
      return userError(context, DecisionStandsError, 'review.stands', { openedAt });
    }
    decision.undoneAt = context.clock.now();
    em.assign(decision, { undoneBy: context.viewer.id });
    recordAct(context, em, 'undoDecision', { type: 'Entry', id: entry.id }, { decisionId });
    await em.flush();
    const before = entry.status;
    const words = (await standingDecisions(em, [entry])).get(entry.id) ?? [];
    const { settled } = consensusOf(words, (await reviewRuleOf(em, competition.id)).reviewersNeeded);
    const isReturned = words.some(({ verdict }) => verdict === ReviewVerdict.RETURN);
    if (!settled) {
      entry.settledAs = null;
      entry.rejectionReason = null;
      entry.shortlistedAt = null;
      entry.status = isReturned ? EntryStatus.RETURNED : EntryStatus.SUBMITTED;
      if (!isReturned) entry.correctionUntil = null;
    }
    if (entry.status !== before) {
      if (before === EntryStatus.ACCEPTED) await reviseVoting(em, competition.id);
      await notifyOfEntries(context, em, [{ entry, kind: MessageKind.ENTRY_REOPENED }]);
    }
    return make(UndoDecisionSuccess, { entry });
  });
}

/** The first stage that makes decisions stand, where one has opened; none can open or be moved until the transaction ends. */
async function openedStage({ clock }: Context, em: EntityManager, competition: Competition): Promise<Stage | null> {
  const stages = await em.find(
    Stage,
    { competition, kind: { $in: [StageKind.VOTING, ...judgingKinds] } },
    { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { opensAt: 'asc' }, refresh: true },
  );
  return stages.find((stage) => hasBegun(competition, stage, clock.now())) ?? null;
}
