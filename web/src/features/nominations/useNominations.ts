import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NominateEntryDocument } from '../../gql/NominateEntry';
import { RankNominationsDocument } from '../../gql/RankNominations';
import { RemoveNominationDocument } from '../../gql/RemoveNomination';
import { SubmitNominationsDocument } from '../../gql/SubmitNominations';

interface Answer {
  __typename?: string;
  message?: string;
  clause?: string;
}

export interface Refusal {
  message: string;
  /** The clause that says so. */
  clause?: string | undefined;
}

const staysOnPage = { context: { staysOnPage: true } };

/** What is done to the list of a unit; whatever comes of it, the list is read anew. */
export function useNominations(unitId: string, onChanged: () => Promise<unknown>) {
  const { t } = useTranslation('nominations');
  const [nominate] = useMutation(NominateEntryDocument);
  const [remove] = useMutation(RemoveNominationDocument);
  const [rank] = useMutation(RankNominationsDocument);
  const [submit] = useMutation(SubmitNominationsDocument);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [news, setNews] = useState('');

  const act = async (send: () => Promise<Answer | null | undefined>, words: string): Promise<boolean> => {
    setBusy(true);
    setRefusal(undefined);
    const answer = await send().catch(() => undefined);
    const isDone = Boolean(answer?.__typename?.endsWith('Success'));
    setNews(isDone ? words : '');
    if (!isDone) setRefusal({ message: answer?.message ?? t('network'), clause: answer?.clause });
    await onChanged().catch(() => undefined);
    setBusy(false);
    return isDone;
  };

  return {
    isBusy,
    refusal,
    news,
    clear: () => setRefusal(undefined),
    nominate: async ({ id, title }: { id: string; title: string }) =>
      await act(
        async () => {
          const result = await nominate({ variables: { input: { unitId, entryId: id } }, ...staysOnPage });
          return result.data?.nominateEntry;
        },
        t('news.nominated', { title }),
      ),
    remove: async (nominationId: string, title: string) =>
      await act(
        async () => {
          const result = await remove({ variables: { input: { nominationId } }, ...staysOnPage });
          return result.data?.removeNomination;
        },
        t('news.removed', { title }),
      ),
    rank: async (nominationIds: string[], version: number, words: string) =>
      await act(async () => {
        const result = await rank({ variables: { input: { unitId, version, nominationIds } }, ...staysOnPage });
        return result.data?.rankNominations;
      }, words),
    submit: async (version: number) =>
      await act(async () => {
        const result = await submit({ variables: { input: { unitId, version } }, ...staysOnPage });
        return result.data?.submitNominations;
      }, t('news.submitted')),
  };
}
