interface Labeled {
  id: string;
  key: string | null;
  number: number;
}

/**
 * What entries are called in files: by the key they came with, else by their number. A number that is another entry's
 * key would be taken for that one, and gets a mark; so does the number of an entry whose key is another's too.
 */
export function labelEntries<Entry extends Labeled>(entries: readonly Entry[]): Map<string, Entry> {
  const keys = new Set(entries.map(({ key }) => key));
  // Two categories of a file may use one key.
  const shared = new Set(
    [...Map.groupBy(entries, ({ key }) => key)].flatMap(([key, all]) => (all.length > 1 ? [key] : [])),
  );
  return new Map(
    entries.map((entry) => {
      const number = String(entry.number);
      const label = shared.has(entry.key) ? null : entry.key;
      return [label ?? (keys.has(number) ? `#${number}` : number), entry];
    }),
  );
}
