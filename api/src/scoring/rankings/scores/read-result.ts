import type { EntityManager } from '@mikro-orm/postgresql';
import { BallotRule, judgingKinds, Stage, StageKind } from '../../../competition/competitions/index.ts';
import { talliesOf } from '../../voting/index.ts';
import { combineStages, type PublicVote, type ResultRow } from './combine-stages.ts';
import type { JudgedStage } from './read-marks.ts';
import type { StageScores } from './score-stage.ts';

/**
 * The result of a competition by its declared weights, as everything stands now. `scores` says how a stage is scored:
 * from memory, or afresh within the transaction that freezes it.
 */
export async function readResult(
  em: EntityManager,
  competitionId: string,
  scores: (em: EntityManager, stage: JudgedStage) => Promise<StageScores>,
): Promise<ResultRow[]> {
  const stages = await em.find(Stage, { competition: competitionId }, { orderBy: { ordinal: 'asc' } });
  const judged: StageScores[] = [];
  for (const { id, kind } of stages) {
    if (judgingKinds.includes(kind)) judged.push(await scores(em, { id, competitionId, kind }));
  }
  const voting = stages.find(({ kind }) => kind === StageKind.VOTING);
  const rule = voting && (await em.findOne(BallotRule, { competition: competitionId }));
  const isCounted = rule && Number(rule.publicWeight) > 0;
  const vote: PublicVote | null = isCounted
    ? {
        stageId: voting.id,
        weight: rule.publicWeight,
        form: rule.publicForm,
        votes: await talliesOf(em, competitionId),
      }
    : null;
  return combineStages(judged, vote);
}
