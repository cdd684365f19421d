import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryOfNumberDocument } from '../../gql/EntryOfNumber';
import { useLanguage } from '../../i18n/useLanguage';
import { numbersIn } from './entry-numbers';

/** How many entries are looked up at once. */
const atOnce = 10;

/** A field for the numbers of entries, and the entries that bear them. */
export function useEntryNumbers(slug: string, most: number, start = '') {
  const { t } = useTranslation('panels');
  const { t: common } = useTranslation();
  const client = useApolloClient();
  const list = new Intl.ListFormat(useLanguage());
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const numbers = numbersIn(text);
  const isTooMany = (numbers?.length ?? 0) > most;

  const lookUp = async (number: number) => {
    const variables = { slug, number };
    const context = { staysOnPage: true };
    const { data } = await client.query({ query: EntryOfNumberDocument, variables, context });
    return { number, id: data?.entry?.id };
  };
  const look = async () => {
    const found: { number: number; id: string | undefined }[] = [];
    for (let from = 0; from < (numbers?.length ?? 0); from += atOnce) {
      found.push(...(await Promise.all((numbers ?? []).slice(from, from + atOnce).map(lookUp))));
    }
    const unknown = found.filter(({ id }) => id === undefined).map(({ number }) => String(number));
    if (unknown.length === 0) return found.flatMap(({ id }) => id ?? []);
    setProblem(t('numbers.unknown', { count: unknown.length, numbers: list.format(unknown) }));
    return undefined;
  };

  return {
    count: numbers?.length ?? 0,
    isWrong: numbers === null || isTooMany,
    isBusy,
    problem,
    field: {
      label: t('numbers.label'),
      value: text,
      error: numbers === null ? t('numbers.wrong') : isTooMany && t('numbers.tooMany', { count: most }),
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setText(currentTarget.value),
      'data-autofocus': true,
    },
    /** The ids, or undefined once `problem` says what stands in the way. */
    async find(): Promise<string[] | undefined> {
      setProblem(undefined);
      setBusy(true);
      try {
        return await look();
      } catch {
        setProblem(common('act.network'));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
