import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Brings what is assigned already in line with the sample entries of a stage: those to the beginning of each queue,
 * flagged; what is none any more stays assigned as any other. Their ids come back.
 */
export async function flagAnchors(em: EntityManager, stageId: string): Promise<Set<string>> {
  const anchors = await em.execute<{ entry_id: string }[]>('select entry_id from anchors where stage_id = ?', [
    stageId,
  ]);
  await em.execute(
    `update assignments a set is_anchor = false
     where a.stage_id = ? and a.is_anchor and not exists (select from anchors x where x.stage_id = a.stage_id and x.entry_id = a.entry_id)`,
    [stageId],
  );
  if (anchors.length > 0) {
    await em.execute(
      `update assignments a set is_anchor = true, ordinal = q.ordinal from (
         select b.id, (select min(c.ordinal) from assignments c where c.judge_id = b.judge_id)
           - row_number() over (partition by b.judge_id order by b.ordinal desc) as ordinal
         from assignments b join anchors x on x.stage_id = b.stage_id and x.entry_id = b.entry_id
         where b.stage_id = ? and b.released_at is null and not b.is_anchor) q
       where q.id = a.id`,
      [stageId],
    );
  }
  return new Set(anchors.map((row) => row.entry_id));
}
