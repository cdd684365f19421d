import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
export interface Leftover {
  number: number;
  problem: string;
}

export interface Review {
  /** What happened last, for everybody and for screen readers. */
  news: string | undefined;
  leftovers: readonly Leftover[];
  problem: string | undefined;
  isBusy: boolean;
  decide: (entry: Entry, ruling: Ruling) => Promise<void>;
  decideMany: (competitionId: string, entries: readonly Entry[], ruling: Ruling) => Promise<boolean>;
  undo: (entry: Entry, decisionId: string) => Promise<boolean>;
  extend: (entry: Entry, until: string) => Promise<boolean>;
  tell: (news: string) => void;
  clear: () => void;
}

interface Refused {
  message?: string;
  fields?: readonly { message: string }[];
}

/** Deciding on entries; `onDecided` once an entry is dealt with, here or by somebody else. */
export function useReview(onDecided: (entry: Entry) => void): Review {
  const { t } = useTranslation('review');
  const [news, setNews] = useState<string>();
  const [leftovers, setLeftovers] = useState<readonly Leftover[]>([]);
  const [problem, setProblem] = useState<string>();
  const [decideEntry, deciding] = useMutation(DecideEntryDocument);
  const [decideEntries, decidingMany] = useMutation(DecideEntriesDocument);
  const [undoDecision, undoing] = useMutation(UndoDecisionDocument);
  const [extendCorrection, extending] = useMutation(ExtendCorrectionDocument);
  const begin = () => {
    setProblem(undefined);
    setLeftovers([]);
  };
  const refuse = (result: Refused | undefined): false => {
    setProblem(result?.fields?.[0]?.message ?? result?.message ?? t('failed'));
    return false;
  };

  return {
    news,
    leftovers,
    problem,
    isBusy: deciding.loading || decidingMany.loading || undoing.loading || extending.loading,
    tell: setNews,
    clear: () => setProblem(undefined),
    async decide(entry, ruling) {
      begin();
      const answer = await decideEntry({ variables: { input: { ...ruling, entryId: entry.id } } }).catch(
        () => undefined,
      );
      const result = answer?.data?.decideEntry;
      switch (result?.__typename) {
        case 'DecideEntrySuccess': {
          const { number } = entry;
          const { status, review } = result.entry;
          const isWaiting = status === 'SUBMITTED' || (status === 'RETURNED' && ruling.verdict !== 'RETURN');
          if (!isWaiting) setNews(t(`done.${ruling.verdict}`, { number }));
          else if (review?.isHeld) setNews(t('done.held', { number }));
          else if (review?.state === 'SPLIT') setNews(t('done.split', { number }));
          else setNews(t('done.waits', { number, spoken: review?.spoken ?? 1, needed: review?.needed ?? 1 }));
          onDecided(entry);
          return;
        }
        case 'EntryNotEditableError':
          setNews(t('notEditable', { message: result.message, status: t(`status.${result.status}`) }));
          onDecided(entry);
          return;
        default:
          refuse(result);
      }
    },
    async decideMany(competitionId, entries, { verdict, reason, correctionUntil }) {
      begin();
      const input = {
        competitionId,
        entryIds: entries.map(({ id }) => id),
        verdict,
        ...(reason && { reason }),
        ...(correctionUntil && { correctionUntil }),
      };
      const answer = await decideEntries({ variables: { input } }).catch(() => undefined);
      const result = answer?.data?.decideEntries;
      if (result?.__typename !== 'DecideEntriesSuccess') return refuse(result);
      const left = result.results.flatMap(({ entry, problem: why }) =>
        why ? [{ number: entry.number, problem: why }] : [],
      );
      setNews(t('done.many', { count: result.results.length - left.length }));
      setLeftovers(left);
      return true;
    },
    async undo(entry, decisionId) {
      begin();
      const answer = await undoDecision({ variables: { input: { decisionId } } }).catch(() => undefined);
      const result = answer?.data?.undoDecision;
      if (result?.__typename !== 'UndoDecisionSuccess') return refuse(result);
      setNews(t('done.undone', { number: entry.number }));
      return true;
    },
    async extend(entry, until) {
      begin();
      const answer = await extendCorrection({ variables: { input: { entryId: entry.id, until } } }).catch(
        () => undefined,
      );
      const result = answer?.data?.extendCorrection;
      if (result?.__typename !== 'ExtendCorrectionSuccess') return refuse(result);
      setNews(t('done.extended', { number: entry.number }));
      return true;
    },
  };
}
