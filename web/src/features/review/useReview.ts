import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActState } from '../../forms/useAct';
import { DecideEntriesDocument } from '../../gql/DecideEntries';
import { DecideEntryDocument } from '../../gql/DecideEntry';
import { ExtendCorrectionDocument } from '../../gql/ExtendCorrection';
import type { DecideEntryInput } from '../../gql/types';
import { UndoDecisionDocument } from '../../gql/UndoDecision';

interface Entry {
  id: string;
  number: number;
}

export type Ruling = Omit<DecideEntryInput, 'entryId'>;

/** What could not be done among many. */
interface Leftover {
  number: number;
  problem: string;
}

export interface Review extends ActState {
  /** What happened last, shown and read aloud. */
  news: string | undefined;
  leftovers: readonly Leftover[];
  decide: (entry: Entry, ruling: Ruling) => Promise<void>;
  decideMany: (competitionId: string, entries: readonly Entry[], ruling: Ruling) => Promise<boolean>;
  undo: (entry: Entry, decisionId: string) => Promise<boolean>;
  extend: (entry: Entry, until: string) => Promise<boolean>;
  announce: (news: string) => void;
  clear: () => void;
}

/** Deciding on entries; `onDecided` once an entry is dealt with, here or by somebody else. */
export function useReview(onDecided: (entry: Entry) => void): Review {
  const { t } = useTranslation('review');
  const [news, setNews] = useState<string>();
  const [leftovers, setLeftovers] = useState<readonly Leftover[]>([]);
  const decideEntry = useAct(DecideEntryDocument);
  const decideEntries = useAct(DecideEntriesDocument);
  const undoDecision = useAct(UndoDecisionDocument);
  const extendCorrection = useAct(ExtendCorrectionDocument);
  const acts = [decideEntry, decideEntries, undoDecision, extendCorrection];
  const clear = () => {
    for (const act of acts) act.clear();
  };
  const begin = () => {
    clear();
    setLeftovers([]);
  };

  return {
    news,
    leftovers,
    problem: acts.find(({ problem }) => problem !== undefined)?.problem,
    isBusy: acts.some(({ isBusy }) => isBusy),
    announce: setNews,
    clear,
    async decide(entry, ruling) {
      begin();
      const done = await decideEntry.run(
        { ...ruling, entryId: entry.id },
        {
          EntryNotEditableError: ({ message, status }) => {
            setNews(t('notEditable', { message, status: t(`status.${status}`) }));
            onDecided(entry);
          },
        },
      );
      if (!done) return;
      const { number } = entry;
      const { status, review } = done.entry;
      const isWaiting = status === 'SUBMITTED' || (status === 'RETURNED' && ruling.verdict !== 'RETURN');
      if (!isWaiting) setNews(t(`done.${ruling.verdict}`, { number }));
      else if (review?.isHeld) setNews(t('done.held', { number }));
      else if (review?.state === 'SPLIT') setNews(t('done.split', { number }));
      else setNews(t('done.waits', { number, spoken: review?.spoken ?? 1, needed: review?.needed ?? 1 }));
      onDecided(entry);
    },
    async decideMany(competitionId, entries, { verdict, reason, correctionUntil }) {
      begin();
      const done = await decideEntries.run({
        competitionId,
        entryIds: entries.map(({ id }) => id),
        verdict,
        ...(reason && { reason }),
        ...(correctionUntil && { correctionUntil }),
      });
      if (!done) return false;
      const left = done.results.flatMap(({ entry, problem }) => (problem ? [{ number: entry.number, problem }] : []));
      setNews(t('done.many', { count: done.results.length - left.length }));
      setLeftovers(left);
      return true;
    },
    async undo(entry, decisionId) {
      begin();
      const done = await undoDecision.run({ decisionId });
      if (done) setNews(t('done.undone', { number: entry.number }));
      return done !== undefined;
    },
    async extend(entry, until) {
      begin();
      const done = await extendCorrection.run({ entryId: entry.id, until });
      if (done) setNews(t('done.extended', { number: entry.number }));
      return done !== undefined;
    },
  };
}
