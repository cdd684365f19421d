import type { Context } from '../../../core/context.ts';
import { awardsOf } from '../../../competition/awards/index.ts';
import { judgingKinds, stagesOf, type Stage } from '../../../competition/competitions/index.ts';
import type { AwardLine } from '../methods/index.ts';
import type { StageScores } from '../scores/score-stage.ts';

/**
 * The lines that matter in a stage: in the last judging stage the awards, by their quotas; before that, who goes on,
 * once it is known how many.
 */
export async function linesOf(
  context: Context,
  competitionId: string,
  stage: Stage,
  scores: StageScores,
): Promise<AwardLine[]> {
  const judged = (await stagesOf(context, competitionId)).filter(({ kind }) => judgingKinds.includes(kind));
  if (judged.at(-1)?.id === stage.id) {
    let upTo = 0;
    return (await awardsOf(context, competitionId)).map(({ tier, quota }) => ({ key: tier, upTo: (upTo += quota) }));
  }
  const rows = await context.em.execute<{ count: number }[]>(
    'select count(*)::int as count from entries where competition_id = ? and shortlisted_at is not null',
    [competitionId],
  );
  const shortlisted = rows[0]?.count ?? 0;
  return shortlisted > 0 && scores.pools.length === 1 ? [{ key: 'SHORTLIST', upTo: shortlisted }] : [];
}
