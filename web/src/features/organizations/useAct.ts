import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Answer {
  __typename: string;
  message?: string;
  fields?: { path: string; message: string }[];
}

export interface Problems {
  /** What stands in the way as a whole. */
  message: string | undefined;
  /** By path. */
  fields: Record<string, string>;
}

const none: Problems = { message: undefined, fields: {} };

/**
 * Sends a mutation whose result is a union: gives back its success, and keeps, in the words of the API, what stood in the
 * way otherwise.
 */
export function useAct() {
  const { t } = useTranslation('organizations');
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState(none);
  async function act<Result extends Answer>(
    send: () => Promise<Result | null | undefined>,
  ): Promise<Extract<Result, { __typename: `${string}Success` }> | null> {
    setBusy(true);
    setProblems(none);
    const result = await send().catch(() => undefined);
    setBusy(false);
    if (result?.__typename.endsWith('Success')) {
      return result as Extract<Result, { __typename: `${string}Success` }>;
    }
    const fields = Object.fromEntries((result?.fields ?? []).map(({ path, message }) => [path, message]));
    setProblems({ message: result ? result.message : t('network'), fields });
    return null;
  }
  return { act, isBusy, problems, forget: () => setProblems(none) };
}
