import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkContinuationDocument } from '../../gql/MarkContinuation';

/** Says with which earlier entry an entry goes on, or, with null, with none. */
export function useContinuation(entryId: string) {
  const { t } = useTranslation('review');
  const [send, { loading: isBusy }] = useMutation(MarkContinuationDocument);
  const [problem, setProblem] = useState<string>();
  const mark = async (earlierEntryId: string | null): Promise<void> => {
    setProblem(undefined);
    const variables = { input: { entryId, earlierEntryId } };
    const result = await send({ variables, context: { staysOnPage: true } }).catch(() => undefined);
    const answer = result?.data?.markContinuation;
    if (answer?.__typename !== 'MarkContinuationSuccess') setProblem(answer?.message ?? t('failed'));
  };
  return { isBusy, problem, mark };
}
