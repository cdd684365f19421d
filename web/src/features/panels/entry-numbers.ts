import type { ApolloClient } from '@apollo/client';
import { EntryOfNumberDocument } from '../../gql/EntryOfNumber';

/** The numbers in a text, however they are set apart, each once; null where something is not a number. */
export function numbersIn(text: string): number[] | null {
  const words = text.split(/[\s,，、;；]+/).filter((word) => word !== '');
  if (words.some((word) => !/^\d{1,6}$/.test(word))) return null;
  return [...new Set(words.map(Number))];
}

export interface FoundEntries {
  entryIds: string[];
  /** Numbers that no entry has. */
  unknown: number[];
}

/** The entries behind some numbers, a few at a time. */
export async function findEntries(
  client: ApolloClient,
  slug: string,
  numbers: readonly number[],
): Promise<FoundEntries> {
  const found: FoundEntries = { entryIds: [], unknown: [] };
  const atOnce = 10;
  for (let start = 0; start < numbers.length; start += atOnce) {
    const some = numbers.slice(start, start + atOnce);
    const answers = await Promise.all(
      some.map((number) =>
        client.query({
          query: EntryOfNumberDocument,
          variables: { slug, number },
          context: { staysOnPage: true },
        }),
      ),
    );
    for (const [index, { data }] of answers.entries()) {
      if (data?.entry) found.entryIds.push(data.entry.id);
      else found.unknown.push(some[index] ?? 0);
    }
  }
  return found;
}
