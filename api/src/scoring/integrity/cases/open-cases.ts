import type { EntityManager } from '@mikro-orm/postgresql';

/** How many cases of a competition nobody has settled yet; their votes neither count nor are void. */
export async function openCasesOf(em: EntityManager, competitionId: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    "select count(*)::int as count from vote_cases where competition_id = ? and state = 'OPEN'",
    [competitionId],
  );
  return row?.count ?? 0;
}
