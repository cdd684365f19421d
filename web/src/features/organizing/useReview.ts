import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecideEntryDocument } from '../../gql/DecideEntry';
import type { DecideEntryInput } from '../../gql/types';

interface Entry {
  id: string;
  number: number;
}

export type Ruling = Omit<DecideEntryInput, 'entryId'>;

export interface Review {
  /** What happened last, for everybody and for screen readers. */
  news: string | undefined;
  problem: string | undefined;
  isBusy: boolean;
  decide: (entry: Entry, ruling: Ruling) => Promise<void>;
  tell: (news: string) => void;
  clear: () => void;
}

/** Deciding on entries; `onDecided` once an entry is dealt with, here or by somebody else. */
export function useReview(onDecided: (entry: Entry) => void): Review {
  const { t } = useTranslation('organizing');
  const [news, setNews] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [decideEntry, deciding] = useMutation(DecideEntryDocument);

  return {
    news,
    problem,
    isBusy: deciding.loading,
    tell: setNews,
    clear: () => setProblem(undefined),
    async decide(entry, ruling) {
      setProblem(undefined);
      const answer = await decideEntry({ variables: { input: { ...ruling, entryId: entry.id } } }).catch(
        () => undefined,
      );
      const result = answer?.data?.decideEntry;
      switch (result?.__typename) {
        case 'DecideEntrySuccess': {
          const { number } = entry;
          const { status, review } = result.entry;
          const isWaiting = status === 'SUBMITTED' || (status === 'RETURNED' && ruling.verdict !== 'RETURN');
          if (!isWaiting) setNews(t(`review.done.${ruling.verdict}`, { number }));
          else if (review?.isHeld) setNews(t('review.done.held', { number }));
          else if (review?.state === 'SPLIT') setNews(t('review.done.split', { number }));
          else setNews(t('review.done.waits', { number, spoken: review?.spoken ?? 1, needed: review?.needed ?? 1 }));
          onDecided(entry);
          return;
        }
        case 'EntryNotEditableError':
          setNews(t('review.notEditable', { message: result.message, status: t(`status.${result.status}`) }));
          onDecided(entry);
          return;
        case 'InvalidInputError':
          setProblem(result.fields[0]?.message ?? result.message);
          return;
        case undefined:
          setProblem(t('review.failed'));
          return;
        default:
          setProblem(result?.message ?? t('review.failed'));
      }
    },
  };
}
