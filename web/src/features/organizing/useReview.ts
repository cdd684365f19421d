import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptEntryDocument } from '../../gql/AcceptEntry';
import { RejectEntryDocument } from '../../gql/RejectEntry';

interface Entry {
  id: string;
  number: number;
}

export interface Review {
  /** What happened last, for everybody and for screen readers. */
  news: string | undefined;
  problem: string | undefined;
  isBusy: boolean;
  accept: (entry: Entry) => Promise<void>;
  reject: (entry: Entry, reason: string) => Promise<void>;
  clear: () => void;
}

/** Accepting and rejecting; `onDecided` once an entry is dealt with, here or by somebody else. */
export function useReview(onDecided: (entry: Entry) => void): Review {
  const { t } = useTranslation('organizing');
  const [news, setNews] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [acceptEntry, accepting] = useMutation(AcceptEntryDocument);
  const [rejectEntry, rejecting] = useMutation(RejectEntryDocument);
  const elsewhere = (message: string, status: 'SUBMITTED' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN') =>
    t('review.notEditable', { message, status: t(`status.${status}`) });

  return {
    news,
    problem,
    isBusy: accepting.loading || rejecting.loading,
    clear: () => setProblem(undefined),
    async accept(entry) {
      setProblem(undefined);
      const answer = await acceptEntry({ variables: { input: { entryId: entry.id } } }).catch(() => undefined);
      const result = answer?.data?.acceptEntry;
      switch (result?.__typename) {
        case 'AcceptEntrySuccess':
          setNews(t('review.accepted', { number: entry.number }));
          onDecided(entry);
          return;
        case 'EntryNotEditableError':
          setNews(elsewhere(result.message, result.status));
          onDecided(entry);
          return;
        case 'OrganizationNotVerifiedError':
          setProblem(result.message);
          return;
        default:
          setProblem(t('review.failed'));
      }
    },
    async reject(entry, reason) {
      setProblem(undefined);
      const answer = await rejectEntry({ variables: { input: { entryId: entry.id, reason } } }).catch(() => undefined);
      const result = answer?.data?.rejectEntry;
      switch (result?.__typename) {
        case 'RejectEntrySuccess':
          setNews(t('review.rejected', { number: entry.number }));
          onDecided(entry);
          return;
        case 'EntryNotEditableError':
          setNews(elsewhere(result.message, result.status));
          onDecided(entry);
          return;
        case 'InvalidInputError':
          setProblem(result.fields[0]?.message ?? result.message);
          return;
        default:
          setProblem(t('review.failed'));
      }
    },
  };
}
