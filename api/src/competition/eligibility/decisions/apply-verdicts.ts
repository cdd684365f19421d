import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { reviseVoting, type Competition } from '../../competitions/index.ts';
import { EntryStatus, notifyOfEntries, type Entry, type EntryNews } from '../../entries/index.ts';
import { MessageKind } from '../../../platform/messages/index.ts';
import { ReviewVerdict } from '../decision.entity.ts';

export type Applied = { entry: Entry; reason: string } & (
  | { verdict: ReviewVerdict.ACCEPT | ReviewVerdict.REJECT }
  | { verdict: ReviewVerdict.RETURN; until: Date }
);

/** Puts decisions into effect and notifies the organizations, all at once. The caller holds the entries' rows. */
export async function applyVerdicts(
  context: Context,
  em: EntityManager,
  competition: Competition,
  applied: readonly Applied[],
): Promise<void> {
  if (applied.length === 0) return;
  const news = applied.map((one) => {
    switch (one.verdict) {
      case ReviewVerdict.ACCEPT:
        one.entry.status = EntryStatus.ACCEPTED;
        one.entry.rejectionReason = null;
        break;
      case ReviewVerdict.REJECT:
        one.entry.status = EntryStatus.REJECTED;
        one.entry.rejectionReason = one.reason;
        break;
      case ReviewVerdict.RETURN:
        one.entry.status = EntryStatus.RETURNED;
        one.entry.correctionUntil = one.until;
    }
    return newsOf(one);
  });
  if (applied.some(({ verdict }) => verdict === ReviewVerdict.ACCEPT)) await reviseVoting(em, competition.id);
  await notifyOfEntries(context, em, news);
}

function newsOf(one: Applied): EntryNews {
  const { entry, reason } = one;
  switch (one.verdict) {
    case ReviewVerdict.ACCEPT:
      return { entry, kind: MessageKind.ENTRY_ACCEPTED };
    case ReviewVerdict.REJECT:
      return { entry, kind: MessageKind.ENTRY_REJECTED, reason };
    case ReviewVerdict.RETURN:
      return { entry, kind: MessageKind.ENTRY_RETURNED, reason, until: one.until };
  }
}
