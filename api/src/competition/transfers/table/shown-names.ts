/** Names that cells of a table stand for. */
export interface ShownNames {
  categories: readonly { id: string; key: string; zh: string | null; en: string | null }[];
  /** By slug. */
  organizations: ReadonlyMap<string, { zh: string | null; en: string | null }>;
}
