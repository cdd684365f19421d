export interface Labeled {
  id: string;
  key: string | null;
  number: number;
}

/**
 * What entries are called in files: by the key they came with, else by their number. A number that is another entry's
 * key would be taken for that one, and gets a mark.
 */
export function labelEntries<Entry extends Labeled>(entries: readonly Entry[]): Map<string, Entry> {
  const keys = new Set(entries.map(({ key }) => key));
  return new Map(
    entries.map((entry) => {
      const number = String(entry.number);
      return [entry.key ?? (keys.has(number) ? `#${number}` : number), entry];
    }),
  );
}
